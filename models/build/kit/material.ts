// What a surface is: colour, roughness, metal, kind, glow. The values are those that looked right in pictures of the hall.
// The client's shader reads them from vertex attributes; nothing here knows three's materials.

export type Vec3 = readonly [number, number, number]

/** Which procedural grain the client's shader lays over the colour. */
export const KIND = { plain: 0, plaster: 1, oak: 2, bronze: 3, textile: 4, stone: 5, glow: 6, leaf: 7 } as const
export type Kind = (typeof KIND)[keyof typeof KIND]

export interface Material {
  /** Linear rgb, 0 … 1. */
  readonly colour: Vec3
  readonly rough: number
  readonly metal: number
  readonly kind: Kind
  /** Times the colour, added to the light that falls on it. */
  readonly emit: number
}

const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)

/** Linear rgb of an sRGB hex colour (`#rrggbb`). */
export function linear(hex: string): Vec3 {
  const value = Number.parseInt(hex.slice(1), 16)
  return [toLinear((value >> 16) / 255), toLinear(((value >> 8) & 255) / 255), toLinear((value & 255) / 255)]
}

/** A material from an sRGB hex colour. */
export function paint(hex: string, rough = 0.5, kind: Kind = KIND.plain, metal = 0, emit = 0): Material {
  return { colour: linear(hex), rough, metal, kind, emit }
}

/** The same material, its colour moved towards another. */
export function blend(from: Material, hex: string, share: number): Material {
  const to = linear(hex)
  const [r, g, b] = from.colour
  return { ...from, colour: [r + (to[0] - r) * share, g + (to[1] - g) * share, b + (to[2] - b) * share] }
}

export const PLASTER = paint('#f0ece4', 0.86, KIND.plaster)
export const LINEN = paint('#d8cdbc', 0.86, KIND.plaster)
export const OAK = paint('#c8a77c', 0.55, KIND.oak)
export const DARK_OAK = paint('#8a6a48', 0.55, KIND.oak)
export const BRONZE_TRIM = paint('#b98d58', 0.36, KIND.bronze, 1)
export const BRONZE = paint('#cfa36b', 0.34, KIND.bronze, 1)
export const STONE = paint('#cbc4b7', 0.7, KIND.stone)
export const DARK_STONE = paint('#77706a', 0.7, KIND.stone)
export const TEXTILE = paint('#b9b0a2', 0.92, KIND.textile)
export const DARK = paint('#3a3733', 0.6)
export const BOARD = paint('#f7f5f0', 0.6)
export const WHITE = paint('#f1eee8', 0.5)
export const LETTER = paint('#4a3a28', 0.4, KIND.plain, 0.85)
export const BACK_LETTER = paint('#c2b7a6', 0.8)
export const SOIL = paint('#4a4238', 1, KIND.stone)

/** The one coloured part of an emblem. */
export const accent = (hex: string, rough = 0.42): Material => paint(hex, rough)
