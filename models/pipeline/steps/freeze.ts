// Makes a model stand still: animations go, skins and morphs are baked at rest, so that its parts can be joined.
// A model without animations is frozen from the start; mid and far always are.
import type { Document, Node, Primitive } from '@gltf-transform/core'
import { prune } from '@gltf-transform/functions'
import { restShape } from './rest.ts'
import { meshNodes, shownScene } from './scene.ts'

/** Freezes the shown scene in place. */
export async function freeze(document: Document): Promise<void> {
  for (const animation of document.getRoot().listAnimations()) animation.dispose()
  for (const node of meshNodes(document)) if (isSoft(node)) bake(document, node)
  for (const skin of document.getRoot().listSkins()) skin.dispose()
  await document.transform(prune({ keepSolidTextures: true, keepAttributes: false }))
}

/** Whether a node's mesh is bent by a skin or by morph targets. */
export function isSoft(node: Node): boolean {
  return (
    node.getSkin() !== null || (node.getMesh()?.listPrimitives() ?? []).some((part) => part.listTargets().length > 0)
  )
}

function bake(document: Document, node: Node): void {
  const mesh = document.createMesh()
  for (const primitive of node.getMesh()?.listPrimitives() ?? []) mesh.addPrimitive(stiff(node, primitive))
  node.setMesh(null).setSkin(null)
  shownScene(document).addChild(document.createNode().setMesh(mesh))
}

function stiff(node: Node, primitive: Primitive): Primitive {
  const shape = restShape(node, primitive)
  const out = primitive.clone()
  for (const target of out.listTargets()) out.removeTarget(target)
  const place = (semantic: string, array: Float32Array | null) => {
    const accessor = primitive.getAttribute(semantic)
    if (!accessor || !array) return
    out.setAttribute(semantic, accessor.clone().setNormalized(false).setArray(new Float32Array(array)))
  }
  place('POSITION', shape.positions)
  place('NORMAL', shape.normals && unit(shape.normals))
  for (const semantic of ['JOINTS_0', 'WEIGHTS_0']) out.setAttribute(semantic, null)
  return out
}

function unit(normals: Float32Array): Float32Array {
  const out = new Float32Array(normals.length)
  for (let at = 0; at < normals.length; at += 3) {
    const [x = 0, y = 0, z = 0] = normals.subarray(at, at + 3)
    const length = Math.hypot(x, y, z)
    out.set(length > 0 ? [x / length, y / length, z / length] : [0, 1, 0], at)
  }
  return out
}
