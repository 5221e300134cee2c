// Small readers of a document's scene that several steps share.
import type { Accessor, Document, Node, Primitive, Scene } from '@gltf-transform/core'
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

/** Arrays that accessors hold. The library's own type names Float16Array, which Node 20 does not have. */
export type Numbers =
  | Float32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>

/** An accessor's numbers as they are stored. */
export const numbersOf = (accessor: Accessor | null): Numbers | null =>
  accessor ? (accessor.getArray() as Numbers | null) : null

/** A new array of the same kind. */
export const alike = (array: Numbers, length: number): Numbers =>
  new (array.constructor as new (length: number) => Numbers)(length)

/** The corners of a primitive's triangles as vertex numbers. */
export function cornersOf(primitive: Primitive): Uint32Array {
  const indices = numbersOf(primitive.getIndices())
  if (indices) return Uint32Array.from(indices)
  const count = primitive.getAttribute('POSITION')?.getCount() ?? 0
  return Uint32Array.from({ length: count }, (_, at) => at)
}

/** An attribute as floats, normalised integers unpacked. */
export function floatsOf(primitive: Primitive, semantic: string): Float32Array | null {
  const accessor = primitive.getAttribute(semantic)
  if (!accessor) return null
  const array = numbersOf(accessor)
  if (array instanceof Float32Array) return array
  const size = accessor.getElementSize()
  const out = new Float32Array(accessor.getCount() * size)
  const element = new Array<number>(size).fill(0)
  for (let at = 0; at < accessor.getCount(); at++) {
    accessor.getElement(at, element)
    out.set(element, at * size)
  }
  return out
}
