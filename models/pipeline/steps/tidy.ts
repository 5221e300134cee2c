// What a document carries and nobody sees: empty nodes, data that nothing uses, the same thing twice, keys of an animation
// that say what lies between their neighbours. Each is removed, counted and said.
import type { Document, Node } from '@gltf-transform/core'
import { dedup, prune, resample } from '@gltf-transform/functions'
import type { Findings } from '../fault.ts'
import { meshNodes, shownScene } from './scene.ts'

/** Removes what is not needed: keys, empty nodes, data that nothing uses. Expects one scene. */
export async function dropUnused(document: Document, findings: Findings): Promise<void> {
  await trimAnimations(document, findings)
  const empty = countEmpty(document)
  if (empty > 0) findings.add('model.found-empty-removed', { count: empty })
  const before = dataOf(document)
  await document.transform(prune({ keepSolidTextures: true, keepAttributes: true, keepLeaves: false }))
  const unused = before - dataOf(document)
  if (unused > 0) findings.add('model.found-unused-removed', { count: unused })
}

/** Makes one of what is there twice. */
export async function mergeCopies(document: Document, findings: Findings): Promise<void> {
  const root = document.getRoot()
  const before = [root.listMaterials().length, root.listMeshes().length] as const
  await document.transform(dedup(), prune({ keepSolidTextures: true, keepAttributes: false, keepLeaves: false }))
  const materials = before[0] - root.listMaterials().length
  if (materials > 0) findings.add('model.found-materials-merged', { count: materials })
  const meshes = before[1] - root.listMeshes().length
  if (meshes > 0) findings.add('model.found-meshes-merged', { count: meshes })
}

function dataOf(document: Document): number {
  const root = document.getRoot()
  const lists = [root.listMaterials(), root.listMeshes(), root.listTextures(), root.listAccessors(), root.listSkins()]
  return lists.reduce((sum, list) => sum + list.length, 0)
}

/** Nodes of the shown scene with no mesh in or below them; bones and what moves a bone are no such nodes. */
function countEmpty(document: Document): number {
  const needed = new Set<Node>()
  const keep = (node: Node | null) => {
    for (let at = node; at && !needed.has(at); at = at.getParentNode()) needed.add(at)
  }
  for (const node of meshNodes(document)) keep(node)
  for (const skin of document.getRoot().listSkins()) for (const joint of skin.listJoints()) keep(joint)
  let empty = 0
  shownScene(document).traverse((node) => {
    if (!needed.has(node)) empty++
  })
  return empty
}

/** How far a key may lie from the line between its neighbours and still say nothing new: of a thing 10 cm large, a ten-thousandth. */
const TOLERANCE = 1e-5

async function trimAnimations(document: Document, findings: Findings): Promise<void> {
  const animations = document.getRoot().listAnimations()
  if (animations.length === 0) return
  const before = keysOf(document)
  const shown = new Set<Node>()
  shownScene(document).traverse((node) => shown.add(node))
  for (const animation of animations) {
    for (const channel of animation.listChannels()) {
      const target = channel.getTargetNode()
      if (!target || !shown.has(target)) channel.dispose()
    }
    if (animation.listChannels().length === 0) animation.dispose()
  }
  await document.transform(resample({ tolerance: TOLERANCE }))
  const trimmed = before - keysOf(document)
  if (trimmed > 0) findings.add('model.found-animations-trimmed', { count: trimmed })
}

const keysOf = (document: Document): number =>
  document
    .getRoot()
    .listAnimations()
    .flatMap((animation) => animation.listChannels())
    .reduce((sum, channel) => sum + (channel.getSampler()?.getInput()?.getCount() ?? 0), 0)
