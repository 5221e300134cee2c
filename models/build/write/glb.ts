// Meshes to one GLB: one material, quantised attributes, meshopt on top. Reads light back from such a file as well.

import { type Accessor, Document, NodeIO, type Primitive, VertexLayout } from '@gltf-transform/core'
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions'
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer'
import type { MeshData } from './mesh-data.ts'

type Shape = 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4'
type Numbers = Int16Array | Int8Array | Uint8Array | Uint16Array | Uint32Array

async function io(): Promise<NodeIO> {
  await Promise.all([MeshoptEncoder.ready, MeshoptDecoder.ready])
  return new NodeIO()
    .setVertexLayout(VertexLayout.SEPARATE)
    .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder, 'meshopt.decoder': MeshoptDecoder })
}

/** Bytes of a GLB with one node a mesh, named as the part. */
export async function writeGlb(meshes: readonly MeshData[], licence: string): Promise<Uint8Array> {
  const doc = new Document()
  doc.getRoot().getAsset().generator = 'parlor models/build'
  doc.getRoot().getAsset().copyright = licence
  doc.createExtension(KHRMeshQuantization).setRequired(true)
  doc
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE })
  const buffer = doc.createBuffer()
  const material = doc.createMaterial('hall').setRoughnessFactor(0.8).setMetallicFactor(0)
  const scene = doc.createScene('hall')
  for (const data of meshes) {
    const accessor = (type: Shape, array: Numbers, normalised: boolean): Accessor =>
      doc
        .createAccessor()
        .setType(type)
        .setArray(array as Parameters<Accessor['setArray']>[0])
        .setNormalized(normalised)
        .setBuffer(buffer)
    const count = data.source.length
    const primitive: Primitive = doc
      .createPrimitive()
      .setMaterial(material)
      .setIndices(accessor('SCALAR', count < 65535 ? new Uint16Array(data.index) : data.index, false))
      .setAttribute('POSITION', accessor('VEC3', data.position, false))
      .setAttribute('NORMAL', accessor('VEC3', data.normal, true))
      .setAttribute('COLOR_0', accessor('VEC3', data.colour, true))
      .setAttribute('TEXCOORD_0', accessor('VEC2', data.uv, false))
      .setAttribute('TEXCOORD_1', accessor('VEC2', data.lightUv, true))
      .setAttribute('_MAT', accessor('VEC4', data.mat, true))
      .setAttribute('_IRR', accessor('VEC4', data.irr, true))
    const scale = 1 / data.grid
    scene.addChild(
      doc
        .createNode(data.name)
        .setMesh(doc.createMesh(data.name).addPrimitive(primitive))
        .setTranslation([...data.offset])
        .setRotation([0, Math.round(Math.sin(data.yaw / 2)), 0, Math.round(Math.cos(data.yaw / 2))])
        .setScale([scale, scale, scale]),
    )
  }
  return (await io()).writeBinary(doc)
}

/** The `_IRR` bytes of each node of a GLB, by the node's name. */
export async function readLight(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const doc = await (await io()).readBinary(bytes)
  const found = new Map<string, Uint8Array>()
  for (const node of doc.getRoot().listNodes()) {
    const array: unknown = node.getMesh()?.listPrimitives()[0]?.getAttribute('_IRR')?.getArray()
    if (array instanceof Uint8Array) found.set(node.getName(), array.slice())
  }
  return found
}
