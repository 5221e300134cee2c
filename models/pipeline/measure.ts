// The numbers of a document as a viewer pays for them: triangles and draw calls as drawn, textures as RGBA with mips.
import type { Document, Primitive } from '@gltf-transform/core'
import type { InstancedMesh } from '@gltf-transform/extensions'
import type { LevelFigures } from '../../shared/model/summary.ts'
import { shownScene } from './steps/scene.ts'

/** Corners of a primitive / 3, for lists of triangles. */
export function trianglesOf(primitive: Primitive): number {
  const corners = primitive.getIndices()?.getCount() ?? primitive.getAttribute('POSITION')?.getCount() ?? 0
  const mode = primitive.getMode()
  if (mode === 4) return Math.floor(corners / 3)
  return mode > 4 ? Math.max(0, corners - 2) : 0
}

/** Bytes of a picture on the GPU as RGBA8 with all mips. */
export const gpuBytes = (width: number, height: number): number => Math.ceil((width * height * 4 * 4) / 3)

/** Measures a document; `bytes` is what it takes as a file. */
export function measure(document: Document, bytes: number): LevelFigures {
  let triangles = 0
  let drawCalls = 0
  shownScene(document).traverse((node) => {
    const instanced = node.getExtension<InstancedMesh>('EXT_mesh_gpu_instancing')
    const times = instanced?.listAttributes()[0]?.getCount() ?? 1
    for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
      drawCalls++
      triangles += trianglesOf(primitive) * times
    }
  })
  const textures = document.getRoot().listTextures()
  const textureBytes = textures.reduce((sum, texture) => {
    const [width, height] = texture.getSize() ?? [0, 0]
    return sum + gpuBytes(width, height)
  }, 0)
  const materials = document.getRoot().listMaterials().length
  return { bytes, triangles, drawCalls, materials, textures: textures.length, textureBytes }
}
