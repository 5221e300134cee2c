// Small readers of a document's scene that several steps share.
import type { Document, Node, Primitive, Scene, vec3 } from '@gltf-transform/core'
import { refuse } from '../fault.ts'

/** The scene that is shown. Refuses a document without one. */
export function shownScene(document: Document): Scene {
  const root = document.getRoot()
  return root.getDefaultScene() ?? root.listScenes()[0] ?? refuse('model.empty-scene')
}

/** Every node of the shown scene that carries a mesh. */
export function meshNodes(document: Document): Node[] {
  const nodes: Node[] = []
  shownScene(document).traverse((node) => {
    if (node.getMesh()) nodes.push(node)
  })
  return nodes
}

/** A point through a 4 × 4 matrix (columns), written into `out`. */
export function transformPoint(matrix: readonly number[], x: number, y: number, z: number, out: vec3): vec3 {
  const m = (at: number) => matrix[at] ?? 0
  out[0] = m(0) * x + m(4) * y + m(8) * z + m(12)
  out[1] = m(1) * x + m(5) * y + m(9) * z + m(13)
  out[2] = m(2) * x + m(6) * y + m(10) * z + m(14)
  return out
}

/** The corners of a primitive's triangles as vertex numbers. */
export function cornersOf(primitive: Primitive): Uint32Array {
  const indices = primitive.getIndices()
  if (indices) return Uint32Array.from(indices.getArray() ?? [])
  const count = primitive.getAttribute('POSITION')?.getCount() ?? 0
  return Uint32Array.from({ length: count }, (_, at) => at)
}

/** An attribute as floats, normalised integers unpacked. */
export function floatsOf(primitive: Primitive, semantic: string): Float32Array | null {
  const accessor = primitive.getAttribute(semantic)
  if (!accessor) return null
  const array = accessor.getArray()
  if (array instanceof Float32Array) return array
  const size = accessor.getElementSize()
  const out = new Float32Array(accessor.getCount() * size)
  const element: number[] = new Array(size).fill(0)
  for (let at = 0; at < accessor.getCount(); at++) {
    accessor.getElement(at, element)
    out.set(element, at * size)
  }
  return out
}
