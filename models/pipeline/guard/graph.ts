// The graph of nodes: a tree, not too deep, with finite world matrices that can be inverted. Counts what the scene
// draws; what is hidden loses its mesh. Walks with a stack of its own and a visited set, so no file can make it recurse or loop.
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { type Findings, must } from '../fault.ts'
import type { GltfJson } from './gltf-json.ts'
import { determinant3, localMatrix, type Matrix, multiply } from './matrix.ts'
import { instancesOf } from './references.ts'

export interface GraphCounts {
  nodeDepth: number
  drawCalls: number
  triangles: number
  instances: number
}

/** Walks the shown scene. Other scenes are checked as graphs, then dropped with a finding. */
export function checkGraph(gltf: GltfJson, findings: Findings): GraphCounts {
  checkTree(gltf)
  const counts = { nodeDepth: 0, drawCalls: 0, triangles: 0, instances: 0 }
  const shown = gltf.scene ?? 0
  if (gltf.scene !== undefined) must(shown < gltf.scenes.length, 'model.reference')
  if (gltf.scenes.length > 1) findings.add('model.found-scenes-dropped', { count: gltf.scenes.length - 1 })
  let hidden = 0
  for (const [index, scene] of gltf.scenes.entries()) {
    hidden += walkScene(gltf, scene.nodes ?? [], index === shown ? counts : { ...counts })
  }
  if (hidden > 0) findings.add('model.found-hidden-removed', { count: hidden })
  return counts
}

// Each node has at most one parent; a node on no path from a parentless one lies on a cycle.
function checkTree(gltf: GltfJson): void {
  const parents = new Int32Array(gltf.nodes.length).fill(-1)
  for (const [index, node] of gltf.nodes.entries()) {
    for (const child of node.children ?? []) {
      must(child < gltf.nodes.length, 'model.reference')
      must(child !== index, 'model.node-cycle')
      must(parents[child] === -1, 'model.node-parents')
      parents[child] = index
    }
  }
  for (let start = 0; start < parents.length; start++) {
    let steps = 0
    const limit = UPLOAD_LIMITS.nodeDepth
    for (let at = parents[start] ?? -1; at !== -1; at = parents[at] ?? -1) {
      must(at !== start, 'model.node-cycle')
      must(++steps <= limit, 'model.node-depth', { limit })
    }
  }
}

function walkScene(gltf: GltfJson, roots: readonly number[], counts: GraphCounts): number {
  const visited = new Set<number>()
  const open: { index: number; depth: number; world: Matrix | null; hidden: boolean }[] = []
  for (const index of roots) open.push({ index, depth: 1, world: null, hidden: false })
  let removed = 0
  for (let step = open.pop(); step; step = open.pop()) {
    const node = gltf.nodes[step.index]
    must(node !== undefined, 'model.reference')
    must(!visited.has(step.index), 'model.node-parents')
    visited.add(step.index)
    must(step.depth <= UPLOAD_LIMITS.nodeDepth, 'model.node-depth', { limit: UPLOAD_LIMITS.nodeDepth })
    counts.nodeDepth = Math.max(counts.nodeDepth, step.depth)
    const world = step.world ? multiply(step.world, localMatrix(node)) : localMatrix(node)
    const hidden = step.hidden || node.extensions?.KHR_node_visibility?.visible === false
    if (hidden && node.mesh !== undefined) {
      removed++
      delete node.mesh
      delete node.skin
    }
    if (node.mesh !== undefined) countMesh(gltf, node, world, counts)
    if (node.skin !== undefined) must(node.skin < gltf.skins.length, 'model.reference')
    for (const child of node.children ?? []) open.push({ index: child, depth: step.depth + 1, world, hidden })
  }
  return removed
}

function countMesh(gltf: GltfJson, node: GltfJson['nodes'][number], world: Matrix, counts: GraphCounts): void {
  const mesh = gltf.meshes[node.mesh ?? -1]
  must(mesh !== undefined, 'model.reference')
  mustBeSound(world)
  const times = instancesOf(gltf, node)
  if (node.extensions?.EXT_mesh_gpu_instancing) counts.instances += times
  for (const primitive of mesh.primitives) {
    counts.drawCalls++
    const accessor = gltf.accessors[primitive.indices ?? primitive.attributes.POSITION ?? -1]
    const corners = accessor?.count ?? 0
    const mode = primitive.mode ?? 4
    if (mode === 4) counts.triangles += Math.floor(corners / 3) * times
    else if (mode > 4) counts.triangles += Math.max(0, corners - 2) * times
  }
  const limit = UPLOAD_LIMITS.drawCalls
  must(counts.drawCalls <= limit, 'model.draw-calls', { count: counts.drawCalls, limit })
}

function mustBeSound(world: Matrix): void {
  must(world.every(Number.isFinite), 'model.not-finite')
  const scale = Math.cbrt(Math.abs(determinant3(world)))
  must(scale >= UPLOAD_LIMITS.scaleMin && scale <= UPLOAD_LIMITS.scaleMax, 'model.extent')
}
