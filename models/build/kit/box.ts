// The bevelled box: six flat faces with a chart each, twelve bevel strips and eight corners that borrow the faces' charts.
// The second level of a part gets the six faces only, out to the full edge.

import type { Block } from '../../../shared/hall/booth-plan.ts'
import type { Material, Vec3 } from './material.ts'
import { addVertex, type Chart, type Part } from './part.ts'
import type { ChartStyle, Pen } from './pen.ts'

/** Faces by where they look in the pen's frame: east +x, west −x, top +y, bottom −y, south +z, north −z. */
export type FaceName = 'e' | 'w' | 't' | 'b' | 's' | 'n'

export interface BoxStyle extends ChartStyle {
  /** Metres; 0 draws sharp edges. */
  readonly bevel?: number
  /** Letters of faces nobody can see. */
  readonly skip?: string
  /** Another material, or a glow, on single faces. */
  readonly faces?: Partial<Record<FaceName, { material: Material; glow?: Vec3 }>>
  /** The axis along which boards and brushing run: 0 x, 1 y, 2 z. Without it the longer side of each face. */
  readonly grain?: 0 | 1 | 2
}

interface Side {
  readonly name: FaceName
  readonly axis: number
  readonly sign: 1 | -1
}

const SIDES: readonly Side[] = [
  { name: 'e', axis: 0, sign: 1 },
  { name: 'w', axis: 0, sign: -1 },
  { name: 't', axis: 1, sign: 1 },
  { name: 'b', axis: 1, sign: -1 },
  { name: 's', axis: 2, sign: 1 },
  { name: 'n', axis: 2, sign: -1 },
]

interface Face extends Side {
  readonly chart: Chart
  readonly material: Material
  readonly grain: number
}

/** Ends of the box along each axis, and where its flat faces end; index 0 low, 1 high. */
interface Ends {
  readonly outer: readonly (readonly [number, number])[]
  readonly inner: readonly (readonly [number, number])[]
}

const end = (ends: Ends['outer'], axis: number, sign: number): number => ends[axis]?.[sign > 0 ? 1 : 0] ?? 0

const vec = (fill: (axis: number) => number): Vec3 => [fill(0), fill(1), fill(2)]

/** The axes of a face's u and v, so that u × v looks outwards. */
const axesOf = ({ axis, sign }: Side): readonly [number, number] =>
  sign > 0 ? [(axis + 1) % 3, (axis + 2) % 3] : [(axis + 2) % 3, (axis + 1) % 3]

const axisNormal = (axis: number, sign: number): Vec3 => vec((a) => (a === axis ? sign : 0))

/** Draws a box that stands on `block.y`. */
export function box(pen: Pen, block: Block, material: Material, style: BoxStyle = {}): void {
  const skip = style.skip ?? ''
  const low = [block.x - block.width / 2, block.y, block.z - block.depth / 2]
  const size = [block.width, block.height, block.depth]
  const bevel = Math.min(style.bevel ?? 0.012, ...size.map((s) => s * 0.3))
  const open = (axis: number, sign: number) =>
    SIDES.some((s) => s.axis === axis && s.sign === sign && skip.includes(s.name))
  const outer = size.map((s, a) => [low[a] ?? 0, (low[a] ?? 0) + s] as const)
  const inner = outer.map(([lo, hi], a) => [open(a, -1) ? lo : lo + bevel, open(a, 1) ? hi : hi - bevel] as const)
  const ends: Ends = { outer, inner }
  const faces = SIDES.filter((s) => !skip.includes(s.name)).map((s) => drawFace(pen, ends, s, material, style))
  if (bevel < 0.002) return
  const of = (axis: number, sign: number) => faces.find((f) => f.axis === axis && f.sign === sign)
  for (let axis = 0; axis < 3; axis++)
    for (const sa of [1, -1])
      for (const sb of [1, -1]) drawStrip(pen, ends, axis, of((axis + 1) % 3, sa), of((axis + 2) % 3, sb))
  for (const sx of [1, -1])
    for (const sy of [1, -1]) for (const sz of [1, -1]) drawCorner(pen, ends, [of(0, sx), of(1, sy), of(2, sz)])
}

function drawFace(pen: Pen, ends: Ends, side: Side, base: Material, style: BoxStyle): Face {
  const special = style.faces?.[side.name]
  const material = special?.material ?? base
  const [ua, va] = axesOf(side)
  const length = (a: number) => end(ends.inner, a, 1) - end(ends.inner, a, -1)
  const corner = vec((a) => (a === side.axis ? end(ends.outer, a, side.sign) : end(ends.inner, a, -1)))
  const along = (axis: number) => vec((a) => (a === axis ? length(a) : 0))
  const chartStyle = special?.glow ? { ...style, glow: special.glow } : style
  const chart = pen.chart(corner, along(ua), along(va), axisNormal(side.axis, side.sign), chartStyle)
  const grain =
    style.grain === undefined || style.grain === side.axis ? (length(ua) >= length(va) ? ua : va) : style.grain
  const face: Face = { ...side, chart, material, grain }
  quad(pen, pen.part, face, ends, ends.inner)
  if (pen.far) quad(pen, pen.far, face, ends, ends.outer)
  return face
}

function quad(pen: Pen, part: Part, face: Face, ends: Ends, rim: Ends['outer']): void {
  const [ua] = axesOf(face)
  const n = pen.direction(...axisNormal(face.axis, face.sign))
  const ids = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].map(([s = 0, t = 0]) => {
    const local = vec((a) =>
      a === face.axis ? end(ends.outer, a, face.sign) : end(rim, a, (a === ua ? s : t) > 0.5 ? 1 : -1),
    )
    return addVertex(part, {
      p: pen.point(...local),
      n,
      material: face.material,
      uv: boardUv(face, ends, local),
      chart: face.chart.id,
      st: [s, t],
    })
  })
  const [a = 0, b = 0, c = 0, d = 0] = ids
  pen.triangle(a, b, c, part)
  pen.triangle(a, c, d, part)
}

/** Boards along the grain; shifted by where the box lies so that no two boxes show the same ones. Whole boxes keep in step. */
function boardUv(face: Face, ends: Ends, local: Vec3): readonly [number, number] {
  const [ua, va] = axesOf(face)
  const wild =
    Math.sin(end(ends.outer, 0, -1) * 12.9898 + end(ends.outer, 1, -1) * 78.233 + end(ends.outer, 2, -1) * 37.719) *
    43758.5453
  const shift = Math.round((wild - Math.floor(wild)) * 64) / 8
  const [a, b] = [(local[ua] ?? 0) + shift, (local[va] ?? 0) + shift]
  return face.grain === va ? [b, a] : [a, b]
}

/** A vertex on the bevel: on `face`, at the inner end of the two other axes, lit by `owner`'s chart. */
function bevelVertex(pen: Pen, ends: Ends, face: Face, owner: Face, signs: Vec3): number {
  const local = vec((a) => (a === face.axis ? end(ends.outer, a, face.sign) : end(ends.inner, a, signs[a] ?? 1)))
  const [ua, va] = axesOf(owner)
  return addVertex(pen.part, {
    p: pen.point(...local),
    n: pen.direction(...axisNormal(face.axis, face.sign)),
    material: owner.material,
    uv: boardUv(owner, ends, local),
    chart: owner.chart.id,
    st: [(signs[ua] ?? 1) > 0 ? 1 : 0, (signs[va] ?? 1) > 0 ? 1 : 0],
  })
}

function drawStrip(pen: Pen, ends: Ends, axis: number, fa: Face | undefined, fb: Face | undefined): void {
  if (!fa || !fb) return
  const signs = (s: number) => vec((a) => (a === axis ? s : a === fa.axis ? fa.sign : fb.sign))
  const a0 = bevelVertex(pen, ends, fa, fa, signs(-1))
  const a1 = bevelVertex(pen, ends, fa, fa, signs(1))
  const b1 = bevelVertex(pen, ends, fb, fa, signs(1))
  const b0 = bevelVertex(pen, ends, fb, fa, signs(-1))
  const outwards = fa.sign * fb.sign > 0
  const [p, q, r, s] = outwards ? [a0, b0, b1, a1] : [a0, a1, b1, b0]
  pen.triangle(p, q, r)
  pen.triangle(p, r, s)
}

function drawCorner(pen: Pen, ends: Ends, faces: readonly (Face | undefined)[]): void {
  const [fx, fy, fz] = faces
  if (!fx || !fy || !fz) return
  const signs: Vec3 = [fx.sign, fy.sign, fz.sign]
  const [a, b, c] = [fx, fy, fz].map((f) => bevelVertex(pen, ends, f, fy, signs))
  if (a === undefined || b === undefined || c === undefined) return
  if (fx.sign * fy.sign * fz.sign > 0) pen.triangle(a, b, c)
  else pen.triangle(a, c, b)
}
