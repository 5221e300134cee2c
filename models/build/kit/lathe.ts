// Turned shapes: a profile (radius, height) around y. Edges sharper than 40° stay sharp, all others are smooth.
// uv: metres around at the widest radius, metres along the profile.

import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Material } from './material.ts'
import type { Pen } from './pen.ts'

export type Profile = readonly (readonly [radius: number, height: number])[]

interface Ring {
  readonly radius: number
  readonly height: number
  /** Normal in the profile's plane. */
  readonly nr: number
  readonly ny: number
  readonly along: number
}

const SHARP = Math.cos((40 * Math.PI) / 180)

/** Two rings for each stretch of the profile, its ends' normals smoothed with the neighbours' where the edge is soft. */
function stretches(profile: Profile): [Ring, Ring][] {
  const flat = profile.slice(1).map(([r1, y1], i) => {
    const [r0, y0] = profile[i] ?? [0, 0]
    const length = Math.hypot(r1 - r0, y1 - y0) || 1e-6
    return { nr: (y1 - y0) / length, ny: -(r1 - r0) / length, length, r0, y0, r1, y1 }
  })
  let along = 0
  return flat.map((s, i) => {
    const soft = (other: typeof s | undefined) => {
      if (!other || s.nr * other.nr + s.ny * other.ny < SHARP) return s
      const [nr, ny] = [s.nr + other.nr, s.ny + other.ny]
      const n = Math.hypot(nr, ny) || 1
      return { nr: nr / n, ny: ny / n }
    }
    const [before, after] = [soft(flat[i - 1]), soft(flat[i + 1])]
    const start: Ring = { radius: s.r0, height: s.y0, nr: before.nr, ny: before.ny, along }
    along += s.length
    return [start, { radius: s.r1, height: s.y1, nr: after.nr, ny: after.ny, along }]
  })
}

/** How a lathe's uv runs: around it, up it, or straight down as seen from above (boards across a table top). */
export type LatheUv = 'around' | 'upright' | 'planar'

/** Angles a lathe runs between, radians: 0 is +z, a quarter turn is +x. */
export type Arc = readonly [number, number]

const WHOLE: Arc = [0, 2 * Math.PI]

/** The three geometry of a turned profile, bottom to top, outside to the right. */
export function latheGeometry(
  profile: Profile,
  segments: number,
  mode: LatheUv = 'around',
  arc = WHOLE,
): BufferGeometry {
  const [position, normal, uv, index]: [number[], number[], number[], number[]] = [[], [], [], []]
  const widest = Math.max(...profile.map(([r]) => r))
  const ring = ({ radius, height, nr, ny, along }: Ring) => {
    const first = position.length / 3
    for (let i = 0; i <= segments; i++) {
      const a = arc[0] + (i / segments) * (arc[1] - arc[0])
      const [s, c] = [Math.sin(a), Math.cos(a)]
      position.push(radius * s, height, radius * c)
      normal.push(nr * s, ny, nr * c)
      if (mode === 'planar') uv.push(radius * s, radius * c)
      else uv.push(...(mode === 'upright' ? [along, a * widest] : [a * widest, along]))
    }
    return first
  }
  let last: { ring: Ring; first: number } | null = null
  for (const [low, high] of stretches(profile)) {
    const same = last && last.ring.nr === low.nr && last.ring.ny === low.ny && last.ring.radius === low.radius
    const a = same && last ? last.first : ring(low)
    const b = ring(high)
    for (let i = 0; i < segments; i++) {
      if (low.radius > 1e-4) index.push(a + i, a + i + 1, b + i + 1)
      if (high.radius > 1e-4) index.push(a + i, b + i + 1, b + i)
    }
    last = { ring: high, first: b }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3))
  geometry.setAttribute('normal', new Float32BufferAttribute(normal, 3))
  geometry.setAttribute('uv', new Float32BufferAttribute(uv, 2))
  geometry.setIndex(index)
  return geometry
}

/** Draws a turned profile. */
export function lathe(
  pen: Pen,
  profile: Profile,
  material: Material,
  segments = 28,
  mode: LatheUv = 'around',
  arc = WHOLE,
): void {
  pen.geometry(latheGeometry(profile, segments, mode, arc), material)
}

/** Draws an upright cylinder or cone with a small bevel at its top and no bottom. */
export function drum(pen: Pen, low: number, high: number, height: number, material: Material, segments = 24): void {
  const b = Math.min(0.02, high * 0.3, height * 0.3)
  const profile: Profile = [
    [low, 0],
    [high, height - b],
    [high - b * 0.3, height - b * 0.3],
    [high - b, height],
    [0, height],
  ]
  lathe(pen, profile, material, segments)
}
