// What moves by itself: the sea and the people in view, at most 15 times a second, and only while they are in view.

import { useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { Frustum, Matrix4 } from 'three'
import { useHall } from './hall-context.ts'
import { GamepadReader } from './input/gamepad.ts'

const EVERY_MS = 66

/** `seaMoves`: false with reduced motion, and on the low level, where each frame is dear. */
export function Ticker({ active, seaMoves }: { readonly active: boolean; readonly seaMoves: boolean }) {
  const { state, world } = useHall()
  const camera = useThree((three) => three.camera)
  useEffect(() => {
    if (!active) return
    const frustum = new Frustum()
    const matrix = new Matrix4()
    const pad = new GamepadReader()
    const seaInView = () => {
      matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
      return frustum.setFromProjectionMatrix(matrix).intersectsObject(world.sea)
    }
    const timer = setInterval(() => {
      if (document.hidden) return
      const sea = seaMoves && seaInView()
      if (sea) world.uniforms.uTime.value += EVERY_MS / 1000
      // A gamepad sends no events: somebody has to ask it while no frames are drawn.
      pad.read(state.intent)
      if (sea || state.intent.active || world.figures.changed(state.live, performance.now())) state.wake()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [active, seaMoves, camera, state, world])
  return null
}
