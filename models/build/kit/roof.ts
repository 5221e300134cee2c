// The Chinese hipped roof with upturned corners, used by several emblems.

import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Material } from './material.ts'
import type { Pen } from './pen.ts'

export interface RoofSize {
  readonly width: number
  readonly depth: number
  readonly height: number
  /** How far the corners turn up, metres. */
  readonly lift: number
  /** Ridge's share of the width, 0 for a roof that ends in a point. */
  readonly ridge?: number
}

const SIDE = 8
const RINGS = 4

/** Draws a roof whose eaves lie at y 0; the underside is closed. */
export function roof(pen: Pen, size: RoofSize, material: Material): void {
  const { width, depth, height, lift, ridge = 0 } = size
  const position: number[] = []
  const index: number[] = []
  const around = 4 * SIDE
  const ringAt = (t: number, drop: number) => {
    const shrinkX = 1 - t * (1 - Math.max(0.06, ridge))
    const shrinkZ = 1 - t * 0.94
    for (let e = 0; e < 4; e++)
      for (let i = 0; i < SIDE; i++) {
        const q = (i / SIDE) * 2 - 1
        const [x = 0, z = 0] = [
          [q, 1],
          [1, -q],
          [-q, -1],
          [-1, q],
        ][e] ?? [0, 0]
        const corner = Math.abs(q) ** 4 * lift * (1 - t) * (1 - t)
        position.push(((x * width) / 2) * shrinkX, height * t ** 1.5 + corner - drop, ((z * depth) / 2) * shrinkZ)
      }
  }
  for (let k = 0; k <= RINGS; k++) ringAt(k / RINGS, 0)
  for (let k = 0; k < RINGS; k++)
    for (let i = 0; i < around; i++) {
      const [a, b] = [k * around + i, k * around + ((i + 1) % around)]
      index.push(a, b, b + around, a, b + around, a + around)
    }
  const top = position.length / 3
  position.push(0, height, 0)
  for (let i = 0; i < around; i++) index.push(RINGS * around + i, RINGS * around + ((i + 1) % around), top)
  const rim = position.length / 3
  ringAt(0, 0.05)
  const middle = position.length / 3
  position.push(0, -0.03, 0)
  for (let i = 0; i < around; i++) {
    const j = (i + 1) % around
    index.push(middle, rim + j, rim + i, rim + i, rim + j, j, rim + i, j, i)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3))
  geometry.setIndex(index)
  const flat = geometry.toNonIndexed()
  flat.computeVertexNormals()
  pen.geometry(smoothAcross(flat), material)
}

/** Averages normals of equal corners whose faces meet at less than about 35°. */
function smoothAcross(geometry: BufferGeometry): BufferGeometry {
  const [p, n] = [geometry.getAttribute('position'), geometry.getAttribute('normal')]
  const groups = new Map<string, number[]>()
  for (let i = 0; i < p.count; i++) {
    const key = [p.getX(i), p.getY(i), p.getZ(i)].map((v) => Math.round(v * 1000)).join()
    groups.set(key, [...(groups.get(key) ?? []), i])
  }
  const smooth = new Float32Array(3 * p.count)
  for (const group of groups.values())
    for (const i of group) {
      const mine = [n.getX(i), n.getY(i), n.getZ(i)] as const
      const sum = [0, 0, 0]
      for (const j of group) {
        const other = [n.getX(j), n.getY(j), n.getZ(j)] as const
        if (mine[0] * other[0] + mine[1] * other[1] + mine[2] * other[2] < 0.8) continue
        for (let k = 0; k < 3; k++) sum[k] = (sum[k] ?? 0) + (other[k] ?? 0)
      }
      const length = Math.hypot(...sum) || 1
      smooth.set(
        sum.map((v) => v / length),
        3 * i,
      )
    }
  geometry.setAttribute('normal', new Float32BufferAttribute(smooth, 3))
  return geometry
}
