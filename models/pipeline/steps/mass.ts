// Where the surface of a model is: boxes, area, which way it faces, and the box that holds nearly all of it.
import type { Node } from '@gltf-transform/core'
import { restShape } from './rest.ts'
import { cornersOf } from './scene.ts'

type Triple = [number, number, number]

export interface Box {
  readonly min: Triple
  readonly max: Triple
}

/** The surface of one node in world units. */
export interface Surface {
  readonly box: Box
  readonly area: number
  /** Area that faces along x, y, z, either way, within 10°. */
  readonly facing: Triple
  /** Per triangle: centre x, y, z and area. */
  readonly samples: Float64Array
}

const COS_10 = 0.985

/** Measures a node's mesh at rest. */
export function surfaceOf(node: Node): Surface {
  const shapes = (node.getMesh()?.listPrimitives() ?? []).map((primitive) => ({
    positions: restShape(node, primitive).positions,
    corners: cornersOf(primitive),
  }))
  const count = shapes.reduce((sum, { corners }) => sum + Math.floor(corners.length / 3), 0)
  const surface = { box: empty(), area: 0, facing: [0, 0, 0] as Triple, samples: new Float64Array(count * 4) }
  let at = 0
  for (const { positions, corners } of shapes) at = addTriangles(surface, positions, corners, at)
  return surface
}

function addTriangles(
  surface: Surface & { area: number },
  p: Float32Array,
  corners: Uint32Array,
  start: number,
): number {
  let at = start
  const { box, samples, facing } = surface
  for (let k = 0; k + 2 < corners.length; k += 3, at += 4) {
    const [a, b, c] = [(corners[k] ?? 0) * 3, (corners[k + 1] ?? 0) * 3, (corners[k + 2] ?? 0) * 3]
    for (let axis = 0; axis < 3; axis++) {
      const [va, vb, vc] = [p[a + axis] ?? 0, p[b + axis] ?? 0, p[c + axis] ?? 0]
      box.min[axis] = Math.min(box.min[axis] ?? 0, va, vb, vc)
      box.max[axis] = Math.max(box.max[axis] ?? 0, va, vb, vc)
      samples[at + axis] = (va + vb + vc) / 3
    }
    const u = (axis: number) => (p[b + axis] ?? 0) - (p[a + axis] ?? 0)
    const v = (axis: number) => (p[c + axis] ?? 0) - (p[a + axis] ?? 0)
    const normal = [u(1) * v(2) - u(2) * v(1), u(2) * v(0) - u(0) * v(2), u(0) * v(1) - u(1) * v(0)] as const
    const double = Math.hypot(...normal)
    const area = double / 2
    samples[at + 3] = area
    surface.area += area
    for (let axis = 0; axis < 3; axis++) {
      if (Math.abs(normal[axis] ?? 0) > COS_10 * double) facing[axis] = (facing[axis] ?? 0) + area
    }
  }
  return at
}

const empty = (): Box => ({ min: [Infinity, Infinity, Infinity], max: [-Infinity, -Infinity, -Infinity] })

/** The box around all boxes. */
export function joinBoxes(boxes: readonly Box[]): Box {
  const all = empty()
  for (const box of boxes) {
    for (let axis = 0; axis < 3; axis++) {
      all.min[axis] = Math.min(all.min[axis] ?? 0, box.min[axis] ?? 0)
      all.max[axis] = Math.max(all.max[axis] ?? 0, box.max[axis] ?? 0)
    }
  }
  return all
}

export const sizeOf = (box: Box): Triple => [box.max[0] - box.min[0], box.max[1] - box.min[1], box.max[2] - box.min[2]]

/** The point at a share of the way from min to max. */
export const boxOf = (box: Box, share: number): Triple => [
  box.min[0] + (box.max[0] - box.min[0]) * share,
  box.min[1] + (box.max[1] - box.min[1]) * share,
  box.min[2] + (box.max[2] - box.min[2]) * share,
]

/** A box larger by a share of its longest side on every side. */
export function growBox(box: Box, share: number): Box {
  const by = Math.max(...sizeOf(box)) * share
  return { min: box.min.map((v) => v - by) as Triple, max: box.max.map((v) => v + by) as Triple }
}

/** Whether a box touches the inside of another. */
export const inside = (box: Box, outer: Box): boolean =>
  [0, 1, 2].every(
    (axis) => (box.max[axis] ?? 0) >= (outer.min[axis] ?? 0) && (box.min[axis] ?? 0) <= (outer.max[axis] ?? 0),
  )

/** The box between the 0.5th and the 99.5th hundredth of the surface along each axis; undefined without surface. */
export function coreBox(surfaces: readonly Surface[]): Box | undefined {
  const area = surfaces.reduce((sum, surface) => sum + surface.area, 0)
  if (!(area > 0) || !Number.isFinite(area)) return undefined
  const core = empty()
  for (let axis = 0; axis < 3; axis++) {
    const range = coreRange(surfaces, axis, area)
    core.min[axis] = range[0]
    core.max[axis] = range[1]
  }
  return core
}

const BINS = 1024

// A histogram by area, made again inside its own result while one far part squeezes the rest into a few bins.
function coreRange(surfaces: readonly Surface[], axis: number, area: number): [number, number] {
  let low = Math.min(...surfaces.map((surface) => surface.box.min[axis] ?? 0))
  let high = Math.max(...surfaces.map((surface) => surface.box.max[axis] ?? 0))
  for (let round = 0; round < 4 && high > low; round++) {
    const bins = histogram(surfaces, axis, low, high)
    const width = (high - low) / BINS
    let [from, to, sum] = [0, BINS - 1, 0]
    for (; from < BINS - 1; from++) if ((sum += bins[from] ?? 0) > 0.005 * area) break
    sum = 0
    for (; to > from; to--) if ((sum += bins[to] ?? 0) > 0.005 * area) break
    const next = [low + from * width, low + (to + 1) * width] as const
    const enough = to - from > BINS / 8
    ;[low, high] = next
    if (enough) break
  }
  return [low, high]
}

function histogram(surfaces: readonly Surface[], axis: number, low: number, high: number): Float64Array {
  const bins = new Float64Array(BINS)
  for (const { samples } of surfaces) {
    for (let at = 0; at < samples.length; at += 4) {
      const share = ((samples[at + axis] ?? 0) - low) / (high - low)
      if (share < 0 || share > 1) continue
      const bin = Math.min(BINS - 1, Math.floor(share * BINS))
      bins[bin] = (bins[bin] ?? 0) + (samples[at + 3] ?? 0)
    }
  }
  return bins
}
