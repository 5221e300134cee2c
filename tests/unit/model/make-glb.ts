// Small models made for tests: boxes of a size at a place, as GLB bytes, by glTF-Transform.

import { Document, NodeIO } from '@gltf-transform/core'

export interface BoxPart {
  /** Width, height, depth. */
  readonly size: readonly [number, number, number]
  /** Its middle. */
  readonly at?: readonly [number, number, number]
  readonly colour?: readonly [number, number, number]
  readonly doubleSided?: boolean
}

/** A GLB with one node per box. */
export async function glbOf(parts: readonly BoxPart[]): Promise<Uint8Array> {
  const document = new Document()
  const buffer = document.createBuffer()
  const scene = document.createScene()
  for (const { size, at = [0, 0, 0], colour = [0.5, 0.5, 0.5], doubleSided = false } of parts) {
    const position = document.createAccessor().setType('VEC3').setArray(corners(size)).setBuffer(buffer)
    const indices = document.createAccessor().setType('SCALAR').setArray(new Uint16Array(FACES)).setBuffer(buffer)
    const material = document
      .createMaterial()
      .setBaseColorFactor([colour[0], colour[1], colour[2], 1])
      .setDoubleSided(doubleSided)
    const primitive = document.createPrimitive().setAttribute('POSITION', position).setIndices(indices)
    const mesh = document.createMesh().addPrimitive(primitive.setMaterial(material))
    scene.addChild(document.createNode().setMesh(mesh).setTranslation([at[0], at[1], at[2]]))
  }
  return await new NodeIO().writeBinary(document)
}

function corners([width, height, depth]: readonly [number, number, number]): Float32Array<ArrayBuffer> {
  const out = new Float32Array(24)
  for (let corner = 0; corner < 8; corner++) {
    out[corner * 3] = (corner & 1 ? 0.5 : -0.5) * width
    out[corner * 3 + 1] = (corner & 2 ? 0.5 : -0.5) * height
    out[corner * 3 + 2] = (corner & 4 ? 0.5 : -0.5) * depth
  }
  return out
}

const FACES = [
  [0, 2, 1, 1, 2, 3],
  [4, 5, 6, 5, 7, 6],
  [0, 1, 4, 1, 5, 4],
  [2, 6, 3, 3, 6, 7],
  [0, 4, 2, 2, 4, 6],
  [1, 3, 5, 3, 7, 5],
].flat()
