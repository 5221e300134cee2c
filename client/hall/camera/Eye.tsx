// The camera itself: put where the view is, just before the people are placed and the frame is drawn.

import { PerspectiveCamera } from '@react-three/drei/core/PerspectiveCamera.js'
import { useFrame } from '@react-three/fiber'
import type { PerspectiveCamera as Lens } from 'three'
import { HALL } from '../../../shared/hall/layout.ts'
import { FRAME } from '../frame-order.ts'
import { useHall } from '../hall-context.ts'
import { FIELD_OF_VIEW, lensFor } from '../input/lens.ts'
import { LAYER_EYE } from '../layers.ts'

export function Eye() {
  const { state } = useHall()
  useFrame(({ camera }) => {
    const { view } = state
    const eye = camera as Lens
    const fov = lensFor(state.fov, eye.aspect)
    if (eye.fov !== fov) {
      eye.fov = fov
      eye.updateProjectionMatrix()
    }
    camera.position.set(view.x, view.y + HALL.eyeHeight, view.z)
    camera.rotation.set(view.pitch, view.yaw, 0, 'YXZ')
    camera.layers.enable(LAYER_EYE)
    camera.updateMatrixWorld()
  }, FRAME.camera)
  return <PerspectiveCamera makeDefault fov={FIELD_OF_VIEW} near={0.1} far={160} />
}
