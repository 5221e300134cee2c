// The measuring tools of the benches: a process's CPU time, a steady beat, medians.

import { readdirSync, readFileSync } from 'node:fs'

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** CPU time that a process has used so far, ms: of all its threads, to the nanosecond, by the kernel. Linux only. */
export function cpuMs(pid: number): number {
  let ns = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      ns += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    } catch {
      // Threads come and go: one that just ended counts for nothing.
    }
  }
  return ns / 1e6
}

/** Memory that a process has in use, MB. */
export function memoryMb(pid: number): number {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) / 1024
}

/** The value below which the share `p` of a sorted list lies. */
export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN

export const median = (list: readonly number[]): number =>
  percentile(
    list.toSorted((a, b) => a - b),
    0.5,
  )

/** Calls `send` every `ms`, `times` times, catching up when late; resolves one interval after the last. */
export async function beat(ms: number, times: number, send: (i: number) => void): Promise<void> {
  const start = performance.now()
  for (let i = 0; i < times; i++) {
    const wait = start + i * ms - performance.now()
    if (wait > 0) await sleep(wait)
    send(i)
  }
  await sleep(Math.max(0, start + times * ms - performance.now()))
}

/** Runs `work` on each, at most `width` at a time; results in order. */
export async function inBatches<T, R>(
  list: readonly T[],
  width: number,
  work: (one: T, i: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (let i = 0; i < list.length; i += width) {
    results.push(...(await Promise.all(list.slice(i, i + width).map((one, k) => work(one, i + k)))))
  }
  return results
}
