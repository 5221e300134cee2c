// Fewer triangles by meshoptimizer, called directly: flat-shaded models have a border at every edge, which stops an
// ordinary simplify (8 % asked, 99 % left); the flags Permissive and Prune go through.
import type { Document, Primitive } from '@gltf-transform/core'
import { compactPrimitive } from '@gltf-transform/functions'
import { MeshoptSimplifier, type SimplifierFlags } from 'meshoptimizer'
import { trianglesOf } from '../measure.ts'
import { primitivesOf } from './prepare.ts'
import { cornersOf, floatsOf } from './scene.ts'
import { thinVertices } from './thin.ts'

/** Thinner than so many times the error: left as it is, since tidying would take it away whole. */
const THIN = 8

/** Takes away triangles that cannot be seen to matter. `error`: share of the part's own size. */
export async function tidyTriangles(document: Document, error: number): Promise<void> {
  await MeshoptSimplifier.ready
  for (const primitive of primitivesOf(document)) {
    const positions = isStiff(primitive) && floatsOf(primitive, 'POSITION')
    if (!positions) continue
    const width = THIN * error * MeshoptSimplifier.getScale(positions, 3)
    reduce(primitive, 0, error, [], thinVertices(positions, cornersOf(primitive), width))
  }
}

// By how far the surface may shift, metres: what costs least goes first, in every part alike. Then through seams; only
// then may small loose parts go.
const GENTLE: readonly Pass[] = [
  { shifts: [0.002, 0.005, 0.01], flags: ['ErrorAbsolute'] },
  { shifts: [0.005, 0.01, 0.02, 0.04], flags: ['ErrorAbsolute', 'Permissive'] },
  { shifts: [0.02, 0.04, 0.08, 0.16, 0.32], flags: ['ErrorAbsolute', 'Permissive', 'Prune'] },
]
// Many small steps can end where no edge may collapse any more; one great step from the start gets through.
const STRONG: readonly Pass[] = [{ shifts: [1], flags: ['Permissive', 'Prune'] }]

/** `shape`: colours are baked anew afterwards, so the shape counts alone. */
const WAYS = { gentle: GENTLE, strong: STRONG, shape: STRONG } as const

interface Pass {
  readonly shifts: readonly number[]
  readonly flags: SimplifierFlags[]
}

/** Brings a fitted document under a number of triangles, or near it. Answers with how many are left. */
export async function simplifyTo(document: Document, triangles: number, way: keyof typeof WAYS): Promise<number> {
  await MeshoptSimplifier.ready
  const parts = primitivesOf(document)
  const count = () => parts.reduce((sum, part) => sum + trianglesOf(part), 0)
  const weights = way === 'shape' ? SHAPE_WEIGHTS : WEIGHTS
  for (const { shifts, flags } of WAYS[way]) {
    for (const shift of shifts) {
      const now = count()
      if (now <= triangles) return now
      const share = (triangles * 0.98) / now
      for (const part of parts) reduce(part, Math.floor(trianglesOf(part) * share), shift, flags, null, weights)
    }
  }
  return count()
}

const isStiff = (primitive: Primitive) => primitive.listTargets().length === 0 && !primitive.getAttribute('JOINTS_0')

// What must not smear when edges collapse, and how much it weighs against a shift of the surface.
const WEIGHTS = [
  ['NORMAL', 3, 0.5],
  ['COLOR_0', 3, 1],
  ['TEXCOORD_0', 2, 0.5],
] as const
const SHAPE_WEIGHTS = [
  ['NORMAL', 3, 0.1],
  ['COLOR_0', 3, 0.2],
] as const
type Weights = readonly (readonly [string, number, number])[]

function reduce(
  primitive: Primitive,
  triangles: number,
  error: number,
  flags: SimplifierFlags[],
  locked: Uint8Array | null = null,
  telling: Weights = WEIGHTS,
): void {
  const positions = floatsOf(primitive, 'POSITION')
  if (!positions || trianglesOf(primitive) <= Math.max(triangles, 1)) return
  const { values, stride, weights } = attributesOf(primitive, positions.length / 3, telling)
  const [indices] = MeshoptSimplifier.simplifyWithAttributes(
    cornersOf(primitive),
    positions,
    3,
    values,
    stride,
    weights,
    locked,
    triangles * 3,
    error,
    flags,
  )
  if (indices.length === 0 || indices.length >= trianglesOf(primitive) * 3) return
  const accessor = primitive.getIndices()?.clone() ?? primitive.getAttribute('POSITION')?.clone().setType('SCALAR')
  if (!accessor) return
  primitive.setIndices(accessor.setNormalized(false).setArray(new Uint32Array(indices)))
  compactPrimitive(primitive)
}

function attributesOf(primitive: Primitive, count: number, telling: Weights) {
  const used = telling.flatMap(([semantic, size, weight]) => {
    const array = floatsOf(primitive, semantic)
    return array ? [{ array, size, weight, step: array.length / count }] : []
  })
  const stride = used.reduce((sum, { size }) => sum + size, 0)
  const values = new Float32Array(count * Math.max(stride, 1))
  let offset = 0
  for (const { array, size, step } of used) {
    for (let vertex = 0; vertex < count; vertex++) {
      for (let k = 0; k < size; k++) values[vertex * stride + offset + k] = array[vertex * step + k] ?? 0
    }
    offset += size
  }
  const weights = used.flatMap(({ size, weight }) => new Array<number>(size).fill(weight))
  return { values, stride: Math.max(stride, 1), weights: weights.length > 0 ? weights : [0] }
}
