// A stone pot with a small tree: three stems, long bent leaves in two greens. Seeded by its place, so each is another tree.

import { BufferGeometry, Float32BufferAttribute } from 'three'
import { lathe } from '../kit/lathe.ts'
import { KIND, paint, SOIL, type Vec3 } from '../kit/material.ts'
import type { Pen } from '../kit/pen.ts'
import { tube } from '../kit/shapes.ts'

const POT = paint('#d9d3c7', 0.75, KIND.stone)
const STEM = paint('#6b5a45', 0.8)
const GREENS = [
  paint('#66774f', 0.5, KIND.leaf),
  paint('#7d8d5e', 0.5, KIND.leaf),
  paint('#556a48', 0.5, KIND.leaf),
] as const

/** A small deterministic generator: 0 … 1. */
export function seeded(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

export function drawPlanter(pen: Pen, x: number, z: number): void {
  const random = seeded(Math.round(x * 131 + z * 977) + 7001)
  pen.place(x, 0.002, z, 0, () => {
    lathe(
      pen,
      [
        [0.36, 0],
        [0.36, 0.05],
        [0.46, 0.07],
        [0.53, 0.3],
        [0.56, 0.57],
        [0.55, 0.6],
        [0.5, 0.6],
        [0.485, 0.54],
      ],
      POT,
      30,
    )
    lathe(
      pen,
      [
        [0.49, 0.53],
        [0.3, 0.545],
        [0, 0.55],
      ],
      SOIL,
      20,
    )
    for (let k = 0; k < 3; k++) stem(pen, (k / 3) * 2 * Math.PI + random(), 1.9 + random() * 0.9, random)
  })
}

function stem(pen: Pen, angle: number, height: number, random: () => number): void {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const line: Vec3[] = [
    [0.08 * c, 0.5, 0.08 * s],
    [0.12 * c, 1.05, 0.14 * s],
    [0.28 * c, 0.5 + height * 0.62, 0.28 * s],
    [0.42 * c, 0.5 + height, 0.42 * s],
  ]
  tube(pen, line, 0.02, STEM, 8, 5)
  const count = 42
  for (let g = 0; g < GREENS.length; g++) {
    const bunch = newBunch()
    for (let i = 0; i < count / GREENS.length; i++) {
      const t = random()
      const y = 0.5 + height * (0.4 + 0.62 * t)
      const along = 0.34 * (y / (0.5 + height))
      const reach = 0.5 * Math.sqrt(random()) * (1.1 - 0.6 * Math.abs(t - 0.45))
      const around = random() * 2 * Math.PI
      const from: Vec3 = [c * along + 0.35 * reach * Math.cos(around), y, s * along + 0.35 * reach * Math.sin(around)]
      addLeaf(bunch, from, around + (random() - 0.5), 0.55 - random() * 1.0, 0.3 + random() * 0.22)
    }
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new Float32BufferAttribute(bunch.position, 3))
    geometry.setAttribute('normal', new Float32BufferAttribute(bunch.normal, 3))
    geometry.setIndex(bunch.index)
    const green = GREENS[g]
    if (green) pen.geometry(geometry, green)
  }
}

interface Bunch {
  readonly position: number[]
  readonly normal: number[]
  readonly index: number[]
}

const newBunch = (): Bunch => ({ position: [], normal: [], index: [] })

/** One leaf: a narrow blade folded along its rib and bending down, seen from both sides. */
function addLeaf(bunch: Bunch, from: Vec3, azimuth: number, rise: number, length: number): void {
  const [ca, sa] = [Math.cos(azimuth), Math.sin(azimuth)]
  const width = length * 0.16
  const rib = (t: number): Vec3 => {
    const out = length * t * Math.cos(rise)
    return [from[0] + ca * out, from[1] + length * t * Math.sin(rise) - 0.42 * length * t * t, from[2] + sa * out]
  }
  for (const up of [1, -1]) {
    const first = bunch.position.length / 3
    const add = (t: number, w: number, fold: number) => {
      const [x, y, z] = rib(t)
      bunch.position.push(x - sa * w, y + fold, z + ca * w)
      const tilt = Math.sign(w) * 0.4
      const n: Vec3 = [sa * tilt * up + ca * 0.25, up * 0.86, -ca * tilt * up + sa * 0.25]
      const l = Math.hypot(...n)
      bunch.normal.push(n[0] / l, n[1] / l, n[2] / l)
    }
    add(0, 0, 0)
    add(0.45, width, 0.025)
    add(0.45, -width, 0.025)
    add(0.8, 0, 0)
    add(1, 0, 0)
    for (const [a, b, c] of LEAF_CORNERS)
      if (up > 0) bunch.index.push(first + a, first + c, first + b)
      else bunch.index.push(first + a, first + b, first + c)
  }
}

const LEAF_CORNERS = [
  [0, 3, 1],
  [0, 2, 3],
  [1, 3, 4],
  [3, 2, 4],
] as const
