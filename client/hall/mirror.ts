// The floor's mirror: the hall drawn once more from below the floor at half size, blurred by its mips.
// Only layers that a blurred floor would show; the floor itself hides meanwhile. Every draw of it counts in the budget.

import {
  HalfFloatType,
  LinearMipmapLinearFilter,
  Matrix4,
  NoToneMapping,
  type Object3D,
  PerspectiveCamera,
  type Scene,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { LAYER_BOTH, LAYER_MIRROR } from './layers.ts'
import type { HallUniforms } from './look/uniforms.ts'

const FLIP = new Matrix4().makeScale(1, -1, 1)
/** From clip space to texture space. */
const TO_TEXTURE = new Matrix4().set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1)

export class FloorMirror {
  readonly #target: WebGLRenderTarget
  readonly #camera = new PerspectiveCamera()
  readonly #uniforms: HallUniforms

  constructor(uniforms: HallUniforms) {
    this.#uniforms = uniforms
    this.#target = new WebGLRenderTarget(2, 2, {
      type: HalfFloatType,
      generateMipmaps: true,
      minFilter: LinearMipmapLinearFilter,
    })
    this.#camera.matrixAutoUpdate = false
    this.#camera.matrixWorldAutoUpdate = false
    this.#camera.layers.set(LAYER_BOTH)
    this.#camera.layers.enable(LAYER_MIRROR)
  }

  /** Draws the pass and hands it to the floor. `width`, `height`: of the drawing buffer, pixels. */
  render(
    renderer: WebGLRenderer,
    scene: Scene,
    eye: PerspectiveCamera,
    floor: Object3D,
    width: number,
    height: number,
  ): void {
    this.#target.setSize(Math.max(1, width >> 1), Math.max(1, height >> 1))
    this.#follow(eye)
    floor.visible = false
    this.#pass(renderer, scene)
    floor.visible = true
    this.#uniforms.uMirror.value = this.#target.texture
    this.#uniforms.uMirrorOn.value = 1
  }

  /** Draws the scene as it is into the smallest target: compiles what the pass will need. */
  warm(renderer: WebGLRenderer, scene: Scene, eye: PerspectiveCamera): void {
    this.#follow(eye)
    this.#pass(renderer, scene)
  }

  /** Makes the programs that a thing needs in this pass, before it is in the scene. */
  compile(renderer: WebGLRenderer, thing: Object3D, scene: Scene): void {
    this.#within(renderer, () => renderer.compile(thing, this.#camera, scene))
  }

  /** The floor goes back to the environment's light. */
  off(): void {
    this.#uniforms.uMirrorOn.value = 0
  }

  dispose(): void {
    this.#target.dispose()
  }

  #pass(renderer: WebGLRenderer, scene: Scene): void {
    this.#within(renderer, () => {
      renderer.clear()
      renderer.render(scene, this.#camera)
    })
  }

  #within(renderer: WebGLRenderer, work: () => void): void {
    const tone = renderer.toneMapping
    renderer.toneMapping = NoToneMapping
    renderer.setRenderTarget(this.#target)
    work()
    renderer.setRenderTarget(null)
    renderer.toneMapping = tone
  }

  #follow(eye: PerspectiveCamera): void {
    const mirrored = this.#camera
    mirrored.projectionMatrix.copy(eye.projectionMatrix)
    mirrored.projectionMatrixInverse.copy(eye.projectionMatrixInverse)
    // Flipped twice (world and picture), so that faces keep their winding; the matrix below takes the second flip back.
    mirrored.matrixWorld.copy(FLIP).multiply(eye.matrixWorld).multiply(FLIP)
    mirrored.matrixWorldInverse.copy(mirrored.matrixWorld).invert()
    mirrored.matrix.copy(mirrored.matrixWorld)
    this.#uniforms.uMirrorMatrix.value
      .copy(TO_TEXTURE)
      .multiply(mirrored.projectionMatrix)
      .multiply(mirrored.matrixWorldInverse)
  }
}
