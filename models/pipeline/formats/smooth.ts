// Normals for surfaces that came without (STL, 3DS, many OBJ and PLY): faces that meet at less than 40° look round, others
// keep their edge.
import { type BufferAttribute, type BufferGeometry, Float32BufferAttribute } from 'three'
import { FORMAT_LIMITS } from './format-limits.ts'
import { placesOf } from './sides.ts'

const COS_40 = 0.766

/** The geometry with normals, each corner for itself; the same where it has some, or is larger than what is read. */
export function withNormals(geometry: BufferGeometry): BufferGeometry {
  const corners = geometry.getIndex()?.count ?? geometry.getAttribute('position').count
  if (geometry.getAttribute('normal') || corners > FORMAT_LIMITS.triangles * 3) return geometry
  const spread = geometry.getIndex() ? geometry.toNonIndexed() : geometry
  const position = spread.getAttribute('position') as BufferAttribute
  const faces = faceNormals(position)
  const places = placesOf(position)
  const around = facesAround(places)
  const normals = new Float32Array(position.count * 3)
  for (let at = 0; at < position.count; at++) normals.set(normalAt(at, places, around, faces), at * 3)
  spread.setAttribute('normal', new Float32BufferAttribute(normals, 3))
  return spread
}

/** Per triangle: its normal times twice its area. */
function faceNormals(position: BufferAttribute): Float64Array {
  const out = new Float64Array(position.count)
  for (let at = 0; at + 2 < position.count; at += 3) {
    const p = (corner: number, axis: number) => position.getComponent(at + corner, axis)
    const [ux, uy, uz] = [p(1, 0) - p(0, 0), p(1, 1) - p(0, 1), p(1, 2) - p(0, 2)]
    const [vx, vy, vz] = [p(2, 0) - p(0, 0), p(2, 1) - p(0, 1), p(2, 2) - p(0, 2)]
    out.set([uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx], at)
  }
  return out
}

interface Around {
  readonly first: Uint32Array
  readonly faces: Uint32Array
}

// The triangles at each place, one stretch after the other.
function facesAround(places: Uint32Array): Around {
  const count = places.reduce((most, place) => Math.max(most, place), 0) + 1
  const first = new Uint32Array(count + 1)
  for (const place of places) first[place + 1] = (first[place + 1] ?? 0) + 1
  for (let at = 0; at < count; at++) first[at + 1] = (first[at + 1] ?? 0) + (first[at] ?? 0)
  const faces = new Uint32Array(places.length)
  const next = first.slice()
  for (const [corner, place] of places.entries()) {
    const to = next[place] ?? 0
    faces[to] = Math.floor(corner / 3)
    next[place] = to + 1
  }
  return { first, faces }
}

/** No corner asks more faces than these: the hub of a fan of thousands would take their square. */
const ASKED = 64

function normalAt(corner: number, places: Uint32Array, { first, faces }: Around, n: Float64Array): number[] {
  const own = Math.floor(corner / 3) * 3
  const [ox = 0, oy = 0, oz = 0] = [n[own], n[own + 1], n[own + 2]]
  const length = Math.hypot(ox, oy, oz)
  if (!(length > 0)) return [0, 1, 0]
  const place = places[corner] ?? 0
  const from = first[place] ?? 0
  const to = first[place + 1] ?? 0
  const sum: [number, number, number] = [0, 0, 0]
  for (let at = from; at < Math.min(to, from + ASKED); at++) {
    const face = (faces[at] ?? 0) * 3
    const [x = 0, y = 0, z = 0] = [n[face], n[face + 1], n[face + 2]]
    if (x * ox + y * oy + z * oz < COS_40 * length * Math.hypot(x, y, z)) continue
    sum[0] += x
    sum[1] += y
    sum[2] += z
  }
  const total = Math.hypot(...sum)
  return total > 0 ? sum.map((value) => value / total) : [ox / length, oy / length, oz / length]
}
