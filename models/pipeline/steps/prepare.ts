// Brings every document to one plain form before anything is made of it: one scene, floats, lists of triangles, metal
// and roughness, normals everywhere, nothing twice.
import type { Accessor, Document, Material, Primitive } from '@gltf-transform/core'
import { convertPrimitiveToTriangles, dequantize, metalRough, uninstance } from '@gltf-transform/functions'
import { type Findings, must } from '../fault.ts'
import { alike, cornersOf, floatsOf, meshNodes, numbersOf, shownScene } from './scene.ts'
import { dropUnused, mergeCopies } from './tidy.ts'

/** Changes the document in place. Refuses one that has nothing to show. */
export async function prepare(document: Document, findings: Findings): Promise<void> {
  keepOneScene(document)
  await dropUnused(document, findings)
  for (const name of ['KHR_draco_mesh_compression', 'EXT_meshopt_compression']) dropExtension(document, name)
  await document.transform(dequantize(), uninstance())
  dropExtension(document, 'EXT_mesh_gpu_instancing')
  keepTriangles(document, findings)
  await plainMaterials(document, findings)
  let flat = 0
  for (const primitive of primitivesOf(document)) flat += plainPrimitive(primitive)
  if (flat > 0) findings.add('model.found-normals-made', { count: flat })
  await mergeCopies(document, findings)
  must(meshNodes(document).length > 0, 'model.empty-scene')
}

export function dropExtension(document: Document, name: string): void {
  for (const extension of document.getRoot().listExtensionsUsed()) {
    if (extension.extensionName === name) extension.dispose()
  }
}

export const primitivesOf = (document: Document): Primitive[] =>
  document
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives())

async function plainMaterials(document: Document, findings: Findings): Promise<void> {
  const old = (material: Material) => material.getExtension('KHR_materials_pbrSpecularGlossiness') !== null
  const count = document.getRoot().listMaterials().filter(old).length
  if (count > 0) findings.add('model.found-materials-converted', { count })
  await document.transform(metalRough())
}

function keepOneScene(document: Document): void {
  const shown = shownScene(document)
  for (const scene of document.getRoot().listScenes()) if (scene !== shown) scene.dispose()
  document.getRoot().setDefaultScene(shown)
  for (const camera of document.getRoot().listCameras()) camera.dispose()
}

// Strips and fans become lists; points and lines are left out: they cost a draw call each and have no level.
function keepTriangles(document: Document, findings: Findings): void {
  let dropped = 0
  for (const mesh of document.getRoot().listMeshes()) {
    for (const primitive of mesh.listPrimitives()) {
      const mode = primitive.getMode()
      if (mode === 5 || mode === 6) convertPrimitiveToTriangles(primitive)
      if (mode >= 4) continue
      dropped++
      mesh.removePrimitive(primitive)
    }
  }
  if (dropped > 0) findings.add('model.found-lines-removed', { count: dropped })
}

// Tangents are dropped: three derives them on the GPU, and they are a fifth of a vertex. Without normals glTF means
// flat shading: each triangle gets its own corners and its own normal. Answers 1 where normals were made.
function plainPrimitive(primitive: Primitive): 0 | 1 {
  primitive.setAttribute('TANGENT', null)
  for (const target of primitive.listTargets()) target.setAttribute('TANGENT', null)
  for (const semantic of primitive.listSemantics()) {
    if (/^(_|COLOR_[1-9]|JOINTS_[1-9]|WEIGHTS_[1-9])/.test(semantic)) primitive.setAttribute(semantic, null)
  }
  if (primitive.getAttribute('NORMAL')) return 0
  splitCorners(primitive)
  const positions = floatsOf(primitive, 'POSITION') ?? new Float32Array()
  const normal = primitive
    .getAttribute('POSITION')
    ?.clone()
    .setArray(flatNormals(positions, cornersOf(primitive)))
  if (normal) primitive.setAttribute('NORMAL', normal)
  return 1
}

// Every corner of every triangle becomes a vertex of its own.
function splitCorners(primitive: Primitive): void {
  if (!primitive.getIndices()) return
  const corners = cornersOf(primitive)
  const spread = (accessor: Accessor) => {
    const source = numbersOf(accessor)
    if (!source) return accessor
    const size = accessor.getElementSize()
    const array = alike(source, corners.length * size)
    for (let at = 0; at < corners.length; at++) {
      for (let k = 0; k < size; k++) array[at * size + k] = source[(corners[at] ?? 0) * size + k] ?? 0
    }
    return accessor.clone().setArray(array)
  }
  for (const holder of [primitive, ...primitive.listTargets()]) {
    for (const semantic of holder.listSemantics()) {
      const accessor = holder.getAttribute(semantic)
      if (accessor) holder.setAttribute(semantic, spread(accessor))
    }
  }
  primitive.setIndices(null)
}

function flatNormals(positions: Float32Array, corners: Uint32Array): Float32Array<ArrayBuffer> {
  const normals = new Float32Array(positions.length)
  for (let at = 0; at + 2 < corners.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => (corners[at + k] ?? 0) * 3) as [number, number, number]
    const p = (corner: number, axis: number) => positions[corner + axis] ?? 0
    const u = [0, 1, 2].map((axis) => p(b, axis) - p(a, axis)) as [number, number, number]
    const v = [0, 1, 2].map((axis) => p(c, axis) - p(a, axis)) as [number, number, number]
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const
    const length = Math.hypot(...n)
    const unit = length > 0 ? n.map((value) => value / length) : [0, 1, 0]
    for (const corner of [a, b, c]) normals.set(unit, corner)
  }
  return normals
}
