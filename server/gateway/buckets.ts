// How often somebody may do something: token buckets by key, in memory. Full buckets are forgotten.

import type { Clock } from '../../shared/kit/clock.ts'

export interface Rate {
  /** How many at once. */
  readonly burst: number
  readonly perSecond: number
}

export interface Buckets {
  /** Takes one token; false when there is none. */
  take(key: string): boolean
  /** Whether one could be taken. */
  has(key: string): boolean
  /** Keys remembered now. */
  size(): number
}

/** Full buckets are looked for after so many new ones. */
const SWEEP_EVERY = 10_000
/** More are not remembered: those that came first go, used up or not, before the memory does. */
const KEPT_MAX = 100_000

export function createBuckets({ burst, perSecond }: Rate, clock: Clock): Buckets {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const filled = (bucket: { tokens: number; at: number }, now: number) =>
    Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / 1000)
  let sweepAt = SWEEP_EVERY
  const sweep = (now: number) => {
    for (const [key, bucket] of buckets) if (filled(bucket, now) >= burst) buckets.delete(key)
    for (const key of buckets.keys()) {
      if (buckets.size <= KEPT_MAX) break
      buckets.delete(key)
    }
    sweepAt = buckets.size + SWEEP_EVERY
  }
  return {
    size: () => buckets.size,
    has: (key) => {
      const bucket = buckets.get(key)
      return !bucket || filled(bucket, clock()) >= 1
    },
    take: (key) => {
      const now = clock()
      if (buckets.size > sweepAt) sweep(now)
      const bucket = buckets.get(key)
      const tokens = bucket ? filled(bucket, now) : burst
      const granted = tokens >= 1
      buckets.set(key, { tokens: granted ? tokens - 1 : tokens, at: now })
      return granted
    },
  }
}
