// The picture of the hall that bronze and glass mirror: an equirectangular view from the nave with twenty bright strips hung up
// for the occasion. Pixel columns run with the azimuth (0 at −x, growing over −z, as three's equirectangular mapping), rows from straight up to straight down.

import type { Vec3 } from '../kit/material.ts'

export const ENV = { width: 512, height: 256, rays: 16, from: [-6, 2.4, 0.5] as Vec3, range: 16 } as const

const STRIP = { y: 6.1, halfLong: 1.6, halfWide: 0.175, light: [14, 13.2, 12] as Vec3 } as const
const STRIPS: readonly (readonly [number, number])[] = [-7, -2.4, 2.4, 7].flatMap((z) =>
  [-2, -1, 0, 1, 2].map((k) => [-6 + 5 * k, z] as const),
)

export interface EnvSize {
  readonly width: number
  readonly height: number
  readonly rays: number
}

/** Ray `i` of a pixel: where it starts, where it goes, and the light of a strip if it meets one. */
export function envDirection(
  pixel: number,
  i: number,
  { width, height, rays }: EnvSize,
): readonly [Vec3, Vec3, Vec3 | null] {
  const side = Math.ceil(Math.sqrt(rays))
  const [jx, jy] = [((i % side) + 0.5) / side, (Math.floor(i / side) + 0.5) / side]
  const azimuth = (((pixel % width) + jx) / width) * 2 * Math.PI
  const polar = ((Math.floor(pixel / width) + jy) / height) * Math.PI
  const d: Vec3 = [-Math.sin(polar) * Math.cos(azimuth), Math.cos(polar), -Math.sin(polar) * Math.sin(azimuth)]
  return [ENV.from, d, stripAlong(d)]
}

function stripAlong(d: Vec3): Vec3 | null {
  if (d[1] <= 0.01) return null
  const t = (STRIP.y - ENV.from[1]) / d[1]
  const [x, z] = [ENV.from[0] + d[0] * t, ENV.from[2] + d[2] * t]
  const met = STRIPS.some(([sx, sz]) => Math.abs(x - sx) < STRIP.halfLong && Math.abs(z - sz) < STRIP.halfWide)
  return met ? STRIP.light : null
}
