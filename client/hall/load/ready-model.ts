// Everything of a loaded model that the GPU wants before it can be drawn without a halt: its pictures, its programs (for the eye
// and, where it is mirrored, for the floor's pass) and its buffers. As steps for the queue; nothing of it is seen meanwhile.

import {
  type BufferGeometry,
  type Camera,
  Mesh,
  type Object3D,
  type Scene,
  SRGBColorSpace,
  type Texture,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { texturesOf } from '../booth/dispose.ts'
import type { FloorMirror } from '../mirror.ts'
import type { Step } from './upload-queue.ts'

export interface ModelStage {
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  readonly camera: Camera
  /** Null: no mirror will show the model. */
  readonly mirror: FloorMirror | null
}

/** Texels that cost next to nothing. */
const SMALL_PICTURE = 64 * 64
/** Bytes of buffers that a frame takes. */
const BUFFER_ROOM = 512 * 1024
/** Programs are compiled elsewhere; that they are asked for costs this much of a frame. */
const PROGRAM_SHARE = 0.34

/** @param root a model that is in no scene yet */
export function readySteps(root: Object3D, stage: ModelStage): Step[] {
  const { renderer, scene, camera, mirror } = stage
  const meshes: Mesh[] = []
  root.traverse((node) => {
    if (node instanceof Mesh) meshes.push(node as Mesh)
  })
  const textures = new Set(meshes.flatMap(({ material }) => [material].flat().flatMap(texturesOf)))
  return [
    ...Array.from(textures, (texture) => ({ share: pictureShare(texture), work: () => renderer.initTexture(texture) })),
    ...meshes.map((mesh) => ({ share: PROGRAM_SHARE, work: () => void renderer.compile(mesh, camera, scene) })),
    ...(mirror ? [{ share: 1, work: () => mirror.compile(renderer, root, scene) }] : []),
    { share: 1, work: () => renderer.compileAsync(root, camera, scene) },
    ...meshes.map((mesh) => ({ share: bufferShare(mesh.geometry), work: () => drawUnseen(renderer, mesh, camera) })),
  ]
}

function pictureShare(texture: Texture): number {
  const { width = 0, height = 0 } = (texture.image ?? {}) as { width?: number; height?: number }
  return width * height <= SMALL_PICTURE ? 0.2 : 1
}

function bufferShare(geometry: BufferGeometry): number {
  const parts = [...Object.values(geometry.attributes), geometry.index]
  const bytes = parts.reduce((sum, part) => sum + (part?.array.byteLength ?? 0), 0)
  return Math.min(1, 0.05 + bytes / BUFFER_ROOM)
}

/**
 * One triangle of a mesh into a pixel that nobody sees: three uploads buffers only when it draws. The pixel says of itself what the
 * canvas is (tone, colour space), so that no other program is made for it.
 */
function drawUnseen(renderer: WebGLRenderer, mesh: Mesh, camera: Camera): void {
  const pixel = Object.assign(new WebGLRenderTarget(1, 1, { colorSpace: SRGBColorSpace }), { isXRRenderTarget: true })
  const { start, count } = mesh.geometry.drawRange
  const culled = mesh.frustumCulled
  const before = renderer.getRenderTarget()
  mesh.geometry.setDrawRange(0, 3)
  mesh.frustumCulled = false
  try {
    renderer.setRenderTarget(pixel)
    renderer.render(mesh, camera)
  } finally {
    renderer.setRenderTarget(before)
    mesh.geometry.setDrawRange(start, count)
    mesh.frustumCulled = culled
    pixel.dispose()
  }
}
