// Before the first picture: draws everything once, one thing at a time into one pixel, so that compiling its programs and
// uploading its buffers are short tasks of their own. In software WebGL one new program costs about 60 ms wherever it falls.

import type { Object3D, PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import type { HallWorld } from '../hall-world.ts'
import { nextTask } from './wait.ts'

export interface Stage {
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  readonly camera: PerspectiveCamera
}

/** Draws each child of the hall once for the eye and, where the level has it, once for the mirror. Visibility is as before. */
export async function warmUp(world: HallWorld, stage: Stage, signal: AbortSignal): Promise<void> {
  const children = [...world.root.children]
  const visible = children.map((child) => child.visible)
  for (const child of children) child.visible = false
  try {
    for (const child of children) {
      const restore = reveal(child)
      drawPixel(stage)
      await nextTask()
      if (world.mirrors && child !== world.floor) {
        world.mirror.warm(stage.renderer, stage.scene, stage.camera)
        await nextTask()
      }
      restore()
      signal.throwIfAborted()
    }
  } finally {
    children.forEach((child, i) => {
      child.visible = visible[i] ?? true
    })
  }
}

/** Makes a thing and all below it drawn whatever the view; returns how to put it back. */
function reveal(root: Object3D): () => void {
  const culled: Object3D[] = []
  root.visible = true
  root.traverse((node) => {
    if (!node.frustumCulled) return
    node.frustumCulled = false
    culled.push(node)
  })
  return () => {
    root.visible = false
    for (const node of culled) node.frustumCulled = true
  }
}

function drawPixel({ renderer, scene, camera }: Stage): void {
  renderer.setScissorTest(true)
  renderer.setScissor(0, 0, 1, 1)
  renderer.render(scene, camera)
  renderer.setScissorTest(false)
}
