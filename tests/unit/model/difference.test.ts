// Pictures against each other: alike, shifted, blurred away, of another colour; and that only the model counts.

import { describe, expect, it } from 'vitest'
import { differenceOf, type Picture } from '../../bench/looks/difference.ts'
import { seeded } from '../../support/seeded.ts'

const SIDE = 64

/** A square model of 32 × 32 in the middle of a grey picture; colours by place within the whole. */
function picture(colour: (x: number, y: number) => readonly [number, number, number], around = 128): Picture {
  const data = new Uint8Array(SIDE * SIDE * 4)
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const inside = Math.max(Math.abs(x - 31.5), Math.abs(y - 31.5)) < 16
      const [r, g, b] = inside ? colour(x, y) : [around, around, around]
      data.set([r, g, b, inside ? 255 : 0], (y * SIDE + x) * 4)
    }
  }
  return { width: SIDE, height: SIDE, data }
}

const chance = seeded(7)
const NOISE = Array.from({ length: SIDE * SIDE }, () => Math.floor(chance() * 256))
const noise = (x: number, y: number): [number, number, number] => {
  const value = NOISE[y * SIDE + x] ?? 0
  return [value, value, value]
}

describe('pictures of a model', () => {
  it('[MODEL-101] are alike with themselves: SSIM 1, ΔE 0, over the pixels of the model alone', () => {
    expect(differenceOf(picture(noise), picture(noise))).toEqual({ ssim: 1, deltaE: 0, pixels: 32 * 32 })
  })

  it('[MODEL-101] that are shifted by a pixel of noise have next to nothing in common', () => {
    const { ssim } = differenceOf(
      picture(noise),
      picture((x, y) => noise(x + 1, y)),
    )
    expect(ssim).toBeLessThan(0.15)
  })

  it('[MODEL-101] of one brightness each are told apart by it alone: the luminance term of the formula', () => {
    const flat = (value: number) => picture(() => [value, value, value], value)
    const c1 = (0.01 * 255) ** 2
    expect(differenceOf(flat(100), flat(150)).ssim).toBeCloseTo((2 * 100 * 150 + c1) / (100 ** 2 + 150 ** 2 + c1), 3)
  })

  it('[MODEL-101] of bluish grey and of pink with the same brightness are alike in structure and not in colour', () => {
    const { ssim, deltaE } = differenceOf(
      picture(() => [120, 128, 140]),
      picture(() => [150, 116, 122]),
    )
    expect(ssim).toBeGreaterThan(0.99)
    expect(deltaE).toBeGreaterThan(15)
  })

  it('[MODEL-101] that differ around the model differ in nothing; a part that only one of them has counts', () => {
    const [one, other] = [picture(noise, 0), picture(noise, 0)]
    other.data.set([255, 0, 0, 0], 0)
    expect(differenceOf(one, other).ssim).toBeGreaterThan(0.9999)
    other.data.set([255, 0, 0, 255], 0)
    expect(differenceOf(one, other).pixels).toBe(32 * 32 + 1)
    expect(differenceOf(one, other).deltaE).toBeGreaterThan(0.01)
  })

  it('[MODEL-101] cannot be compared where sizes differ or no model is seen', () => {
    const empty = { width: 2, height: 2, data: new Uint8Array(16) }
    expect(() => differenceOf(empty, empty)).toThrow('no model')
    expect(() => differenceOf(empty, picture(noise))).toThrow('sizes')
  })
})
