// Token buckets: so many at once, so many a second, each key for itself.

import { describe, expect, it } from 'vitest'
import { createBuckets } from '../../../server/gateway/buckets.ts'
import { JOIN_FLOOD, NEWCOMER_FLOOD, POST_FLOOD } from '../../../server/gateway/rates.ts'

describe('buckets', () => {
  it('[WIRE-6] grant a burst, then the rate, and never more than the burst after a long rest', () => {
    let now = 0
    const buckets = createBuckets({ burst: 3, perSecond: 2 }, () => now)
    const granted = (times: number) => Array.from({ length: times }, () => buckets.take('a')).filter(Boolean).length
    expect(granted(10)).toBe(3)
    now += 1_000
    expect(granted(10)).toBe(2)
    now += 3_600_000
    expect(granted(10)).toBe(3)
    expect(buckets.take('b')).toBe(true)
  })

  it('[WIRE-6] grant nothing for a clock that goes back', () => {
    let now = 10_000
    const buckets = createBuckets({ burst: 1, perSecond: 1 }, () => now)
    expect(buckets.take('a')).toBe(true)
    now = 0
    expect(buckets.take('a')).toBe(false)
  })

  it('[WIRE-6] take nothing away for it either: what was left may still be had', () => {
    let now = 10_000_000
    const buckets = createBuckets({ burst: 3, perSecond: 1 }, () => now)
    expect(buckets.take('a')).toBe(true)
    now -= 3_600_000
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([true, true, false])
    now += 1_000
    expect(buckets.take('a')).toBe(true)
  })

  it('[WIRE-11] stop a flood only far above 500 people who each ask a few times within a minute', () => {
    for (const rate of [JOIN_FLOOD, POST_FLOOD, NEWCOMER_FLOOD]) {
      let now = 0
      const buckets = createBuckets(rate, () => now)
      let refused = 0
      for (let i = 0; i < 500 * 6; i++) {
        now += 20
        if (!buckets.take('ballroom')) refused++
      }
      expect(refused).toBe(0)
    }
  })

  it('[WIRE-7] forget full buckets, so that strangers do not fill the memory', () => {
    let now = 0
    const buckets = createBuckets({ burst: 1, perSecond: 1 }, () => now)
    for (let i = 0; i < 50_000; i++) {
      now += 10
      expect(buckets.take(`address ${i}`)).toBe(true)
    }
    expect(buckets.size()).toBeLessThan(20_000)
  })

  it('[WIRE-7] remember so many at most, even of those that are used up', () => {
    const buckets = createBuckets({ burst: 1, perSecond: 1e-6 }, () => 0)
    for (let i = 0; i < 250_000; i++) buckets.take(`login ${i}`)
    expect(buckets.size()).toBeLessThanOrEqual(110_000)
    expect(buckets.take('login 249999')).toBe(false)
  })
})
