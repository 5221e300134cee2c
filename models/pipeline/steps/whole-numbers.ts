// Positions and texture places as plain whole numbers. Quantised values that are stretched over all 16 bits repeat their upper bits in
// their lower ones, and pack a fifth worse; here the node, or the material, holds the step instead.
import type { Accessor, Document, Node, Primitive, TextureInfo } from '@gltf-transform/core'
import { KHRTextureTransform, type Transform } from '@gltf-transform/extensions'
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { primitivesOf } from './prepare.ts'
import { numbersOf } from './scene.ts'

/** Makes positions whole numbers of `bits` bits where a node of its own can hold the step: not under skins and instances. */
export function wholePositions(document: Document, bits: number): void {
  const step = 2 ** (bits - 1) - 1
  for (const mesh of document.getRoot().listMeshes()) {
    const nodes = mesh.listParents().filter((parent) => parent.propertyType === 'Node') as Node[]
    const parts = mesh.listPrimitives()
    if (!nodes.every((node) => holdsStep(node, step)) || parts.some((part) => part.listTargets().length > 0)) continue
    const accessors = new Set(parts.flatMap((part) => part.getAttribute('POSITION') ?? []))
    if (![...accessors].every((one) => numbersOf(one) instanceof Int16Array && usedIn(one, parts))) continue
    for (const one of accessors) shorten(one, 16 - bits)
    for (const node of nodes) node.setScale(node.getScale().map((value) => value / step) as [number, number, number])
  }
}

/** A node of its own: no child, skin, instance or movement would change with its scale, and it is not smaller than our guards take. */
const holdsStep = (node: Node, step: number): boolean =>
  Math.min(...node.getWorldScale().map(Math.abs)) / step > UPLOAD_LIMITS.scaleMin * 1.1 &&
  node.listChildren().length === 0 &&
  node.getSkin() === null &&
  node.getExtension('EXT_mesh_gpu_instancing') === null &&
  node.listParents().every((parent) => parent.propertyType !== 'AnimationChannel')

const usedIn = (accessor: Accessor, parts: readonly Primitive[]): boolean =>
  accessor
    .listParents()
    .every((parent) => parent.propertyType === 'Root' || parts.some((part) => (part as unknown) === parent))

/** Makes texture places whole numbers of `bits` bits where all of a material's parts have such; the materials hold the step. */
export function wholePlaces(document: Document, bits: number): void {
  const parts = primitivesOf(document)
  const places = new Set(parts.flatMap((part) => SETS.flatMap((set) => part.getAttribute(set) ?? [])))
  if (places.size === 0 || ![...places].every((one) => numbersOf(one) instanceof Uint16Array && one.getNormalized()))
    return
  for (const one of places) shorten(one, 16 - bits)
  const extension = document.createExtension(KHRTextureTransform).setRequired(true)
  const done = new Set<Transform>()
  for (const info of textureInfos(document)) {
    const transform = info.getExtension<Transform>('KHR_texture_transform') ?? extension.createTransform()
    if (done.has(transform)) continue
    done.add(transform)
    const [u, v] = transform.getScale()
    info.setExtension('KHR_texture_transform', transform.setScale([u / (2 ** bits - 1), v / (2 ** bits - 1)]))
  }
}

/** Of materials and of their extensions. */
function textureInfos(document: Document): Set<TextureInfo> {
  const children = document
    .getGraph()
    .listEdges()
    .map((edge) => edge.getChild())
  return new Set(children.filter((child): child is TextureInfo => child.propertyType === 'TextureInfo'))
}

const SETS = ['TEXCOORD_0', 'TEXCOORD_1'] as const

function shorten(accessor: Accessor, by: number): void {
  const array = numbersOf(accessor)
  if (!array) return
  // The sign apart: what was stretched were the amounts.
  accessor
    .setArray(array.map((value) => Math.sign(value) * (Math.abs(value) >> by)) as typeof array)
    .setNormalized(false)
}
