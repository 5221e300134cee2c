// When the hall draws less or more, by measured frames.

import { describe, expect, it } from 'vitest'
import { firstLevel, LevelMeter, pixelRatio } from '../../../client/hall/level.ts'

/** Feeds frames of so many milliseconds until the level changes or the seconds are over. */
function feed(meter: LevelMeter, milliseconds: number, seconds: number) {
  for (let at = 0; at < seconds * 1000; at += milliseconds) {
    const next = meter.frame(milliseconds)
    if (next) return next
  }
  return null
}

describe('the level meter', () => {
  it('[HALL-14] goes down when the median over 5 s is below 30 frames a second, up above 50', () => {
    expect(feed(new LevelMeter('high'), 40, 6)).toBe('mid')
    expect(feed(new LevelMeter('mid'), 12, 6)).toBe('high')
    expect(feed(new LevelMeter('mid'), 25, 20)).toBeNull()
    expect(feed(new LevelMeter('low'), 90, 20)).toBeNull()
  })

  it('[HALL-14] needs 30 frames, and one slow frame among good ones changes nothing', () => {
    const meter = new LevelMeter('mid')
    expect(feed(meter, 240, 6)).toBeNull()
    const steady = new LevelMeter('mid')
    for (let i = 0; i < 600; i++) expect(steady.frame(i % 50 === 0 ? 200 : 25)).toBeNull()
  })

  it('[HALL-14] climbs no more after three drops', () => {
    const meter = new LevelMeter('high')
    for (let drop = 0; drop < 3; drop++) {
      expect(feed(meter, 50, 6)).toBe('mid')
      if (drop < 2) expect(feed(meter, 10, 6)).toBe('high')
    }
    expect(feed(meter, 10, 30)).toBeNull()
  })

  it('[HALL-14] draws as many pixels as the screen has, within what the level allows', () => {
    expect([1, 2, 3].map((device) => pixelRatio('high', device))).toEqual([1.5, 2, 2])
    expect([1, 3].map((device) => pixelRatio('mid', device))).toEqual([1, 1.25])
    expect(pixelRatio('low', 2)).toBe(0.75)
  })

  it('[HALL-14] a software renderer begins low, anything else in the middle', () => {
    expect(firstLevel('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)')).toBe('low')
    expect(firstLevel('Apple M2')).toBe('mid')
  })
})
