// Small work on a primitive's triangles: their area, a second side.
import type { Accessor, Primitive } from '@gltf-transform/core'
import { alike, cornersOf, floatsOf, numbersOf } from './scene.ts'

/** The area of a primitive's triangles in its own units. */
export function areaOf(primitive: Primitive): number {
  const positions = floatsOf(primitive, 'POSITION') ?? new Float32Array()
  const corners = cornersOf(primitive)
  let area = 0
  for (let at = 0; at + 2 < corners.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => (corners[at + k] ?? 0) * 3) as [number, number, number]
    const edge = (from: number, to: number, axis: number) => (positions[to + axis] ?? 0) - (positions[from + axis] ?? 0)
    const u = [edge(a, b, 0), edge(a, b, 1), edge(a, b, 2)] as const
    const v = [edge(a, c, 0), edge(a, c, 1), edge(a, c, 2)] as const
    area += Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2
  }
  return area
}

/** Gives every triangle a back: all vertices once more with turned normals, corners in turned order. */
export function addBackside(primitive: Primitive): void {
  const count = primitive.getAttribute('POSITION')?.getCount() ?? 0
  const corners = cornersOf(primitive)
  const both = new Uint32Array(corners.length * 2)
  both.set(corners)
  for (let at = 0; at < corners.length; at++) {
    const turned = at - (at % 3) + (2 - (at % 3))
    both[corners.length + at] = (corners[turned] ?? 0) + count
  }
  for (const semantic of primitive.listSemantics()) {
    const accessor = primitive.getAttribute(semantic)
    if (accessor) primitive.setAttribute(semantic, twice(accessor, semantic === 'NORMAL' ? -1 : 1))
  }
  const indices = primitive.getIndices() ?? primitive.getAttribute('POSITION')
  if (indices) primitive.setIndices(indices.clone().setType('SCALAR').setNormalized(false).setArray(both))
}

function twice(accessor: Accessor, sign: 1 | -1): Accessor {
  const source = numbersOf(accessor)
  if (!source) return accessor
  const array = alike(source, source.length * 2)
  array.set(source)
  for (let at = 0; at < source.length; at++) array[source.length + at] = sign * (source[at] ?? 0)
  return accessor.clone().setArray(array)
}
