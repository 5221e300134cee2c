// Holding a process to what it may take: memory and computing time by the system, low priority, and its end with all it started.

import type { ChildProcess } from 'node:child_process'

// Linux: `ulimit -d` stops growth (heap, buffers, wasm) as errors inside the child; `-v` would stop WebAssembly at its
// start. Elsewhere whoever starts it has a watch of its own.
const LIMITED = [
  'ulimit -d "$1"',
  'ulimit -c 0',
  'ulimit -S -t "$2"',
  'echo 1000 2>/dev/null > /proc/self/oom_score_adj',
  'shift 2',
  'exec nice -n 10 "$@"',
].join('; ')

/** The words of a command under limits; where the system has none, the command itself. */
export function limited(
  { kilobytes, seconds }: { readonly kilobytes: number; readonly seconds: number },
  words: readonly [program: string, ...rest: string[]],
): readonly [program: string, ...rest: string[]] {
  if (process.platform !== 'linux') return words
  return ['sh', '-c', LIMITED, 'sh', String(kilobytes), String(Math.ceil(seconds)), ...words]
}

/** Ends a detached child and its whole group, so that nothing it started stays behind. */
export function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It is gone already.
  }
}
