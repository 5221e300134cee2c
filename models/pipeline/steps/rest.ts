// Where a mesh's vertices are in the world while nothing moves: morph weights at their default, skins at their rest
// pose. Used to measure and fit every model, and to freeze those that stand still.
import type { Node, Primitive } from '@gltf-transform/core'
import { floatsOf } from './scene.ts'

export interface RestShape {
  /** World positions, three per vertex. */
  readonly positions: Float32Array
  /** World normals, three per vertex, not normalised; null if the primitive has none. */
  readonly normals: Float32Array | null
}

type Mat = readonly number[]

/** A primitive of a node at rest, in world space. */
export function restShape(node: Node, primitive: Primitive): RestShape {
  const weights = weightsOf(node)
  const positions = morphed(primitive, 'POSITION', weights) ?? new Float32Array()
  const normals = morphed(primitive, 'NORMAL', weights)
  const joints = floatsOf(primitive, 'JOINTS_0')
  const jointWeights = floatsOf(primitive, 'WEIGHTS_0')
  const skin = node.getSkin()
  if (skin && joints && jointWeights) {
    const bones = boneMatrices(skin)
    const at = (vertex: number) => blend(bones, joints, jointWeights, vertex)
    return { positions: apply(positions, at, 1), normals: normals && apply(normals, at, 0) }
  }
  const world = node.getWorldMatrix()
  return { positions: apply(positions, () => world, 1), normals: normals && apply(normals, cofactors(world), 0) }
}

function weightsOf(node: Node): number[] {
  const own = node.getWeights()
  return own.length > 0 ? own : (node.getMesh()?.getWeights() ?? [])
}

function morphed(primitive: Primitive, semantic: string, weights: readonly number[]): Float32Array | null {
  const base = floatsOf(primitive, semantic)
  if (!base) return null
  const out = base.slice()
  for (const [index, target] of primitive.listTargets().entries()) {
    const weight = weights[index] ?? 0
    const accessor = weight === 0 ? null : target.getAttribute(semantic)
    if (!accessor) continue
    const delta = [0, 0, 0]
    for (let vertex = 0; vertex < accessor.getCount(); vertex++) {
      accessor.getElement(vertex, delta)
      for (let k = 0; k < 3; k++) out[vertex * 3 + k] = (out[vertex * 3 + k] ?? 0) + weight * (delta[k] ?? 0)
    }
  }
  return out
}

function boneMatrices(skin: NonNullable<ReturnType<Node['getSkin']>>): Mat[] {
  const inverse = skin.getInverseBindMatrices()
  return skin.listJoints().map((joint, index) => {
    const world = joint.getWorldMatrix()
    if (!inverse || index >= inverse.getCount()) return world
    return product(world, inverse.getElement(index, []))
  })
}

function product(a: Mat, b: Mat): Mat {
  const out = new Array<number>(16).fill(0)
  for (let at = 0; at < 16; at++) {
    const row = at % 4
    const column = at - row
    for (let k = 0; k < 4; k++) out[at] = (out[at] ?? 0) + (a[k * 4 + row] ?? 0) * (b[column + k] ?? 0)
  }
  return out
}

function blend(bones: readonly Mat[], joints: Float32Array, weights: Float32Array, vertex: number): Mat {
  const out = new Array<number>(16).fill(0)
  let total = 0
  for (let k = 0; k < 4; k++) {
    const weight = weights[vertex * 4 + k] ?? 0
    const bone = bones[joints[vertex * 4 + k] ?? 0]
    if (weight === 0 || !bone) continue
    total += weight
    for (let at = 0; at < 16; at++) out[at] = (out[at] ?? 0) + weight * (bone[at] ?? 0)
  }
  if (total === 0) return bones[0] ?? [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
  return out.map((value) => value / total)
}

// Normals go through the cofactors (columns: the cross products of the matrix's columns), so that uneven scales do not
// tilt them; the sign keeps them outside where the matrix mirrors.
function cofactors(m: Mat): () => Mat {
  const [a = 1, b = 0, c = 0, , d = 0, e = 1, f = 0, , g = 0, h = 0, i = 1] = m
  const first = [e * i - f * h, f * g - d * i, d * h - e * g, 0]
  const second = [h * c - i * b, i * a - g * c, g * b - h * a, 0]
  const third = [b * f - c * e, c * d - a * f, a * e - b * d, 0]
  const sign = a * (first[0] ?? 0) + b * (first[1] ?? 0) + c * (first[2] ?? 0) < 0 ? -1 : 1
  const out = [...first, ...second, ...third, 0, 0, 0, 1].map((value) => value * sign)
  return () => out
}

function apply(source: Float32Array, matrixAt: (vertex: number) => Mat, w: 0 | 1): Float32Array {
  const out = new Float32Array(source.length)
  for (let vertex = 0; vertex * 3 < source.length; vertex++) {
    const m = matrixAt(vertex)
    const x = source[vertex * 3] ?? 0
    const y = source[vertex * 3 + 1] ?? 0
    const z = source[vertex * 3 + 2] ?? 0
    for (let k = 0; k < 3; k++) {
      out[vertex * 3 + k] = (m[k] ?? 0) * x + (m[4 + k] ?? 0) * y + (m[8 + k] ?? 0) * z + w * (m[12 + k] ?? 0)
    }
  }
  return out
}
