// Which vertices belong to parts so thin that tidying would leave nothing of them: grass, cables, railings. A part is what hangs
// together, wherever its material ends.
import { MeshoptSimplifier } from 'meshoptimizer'

/**
 * 1 for each vertex of a part that is narrower than `width` in two directions, in the positions' own unit. Positions: three per
 * vertex; corners: three per triangle. Meshoptimizer must be ready.
 */
export function thinVertices(positions: Float32Array, corners: Uint32Array, width: number): Uint8Array {
  const first = MeshoptSimplifier.generatePositionRemap(positions, 3)
  const parent = Uint32Array.from(first)
  const rootOf = (vertex: number): number => {
    let at = vertex
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  for (let at = 0; at + 2 < corners.length; at += 3) {
    const root = rootOf(corners[at] ?? 0)
    for (const k of [1, 2]) parent[rootOf(corners[at + k] ?? 0)] = root
  }
  const boxes = new Map<number, Float32Array>()
  for (let vertex = 0; vertex * 3 < positions.length; vertex++) {
    const root = rootOf(vertex)
    const box = boxes.get(root) ?? new Float32Array([Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity])
    boxes.set(root, box)
    for (let k = 0; k < 3; k++) {
      const value = positions[vertex * 3 + k] ?? 0
      box[k] = Math.min(box[k] ?? 0, value)
      box[k + 3] = Math.max(box[k + 3] ?? 0, value)
    }
  }
  const isThin = new Map([...boxes].map(([root, box]) => [root, second(box) < width]))
  return Uint8Array.from({ length: positions.length / 3 }, (_, vertex) => (isThin.get(rootOf(vertex)) ? 1 : 0))
}

/** The middle one of a box's three sides. */
const second = (box: Float32Array): number =>
  [0, 1, 2].map((k) => (box[k + 3] ?? 0) - (box[k] ?? 0)).sort((a, b) => a - b)[1] ?? 0
