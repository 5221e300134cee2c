// The people layer inside the canvas: brings plates to the figures and places everybody once a frame. Zero renders while walking.

import { useFrame } from '@react-three/fiber'
import { useEffect } from 'react'
import type { PerspectiveCamera } from 'three'
import type { FollowMode, Plate } from '../../../shared/protocol/wire.ts'
import { FRAME } from '../frame-order.ts'
import { useHall } from '../hall-context.ts'

interface Props {
  readonly plates: readonly Plate[]
  readonly follow: FollowMode
}

export function People({ plates, follow }: Props) {
  const { state, world } = useHall()
  useEffect(() => {
    world.figures.setPlates(plates)
    state.wake()
  }, [plates, state, world])
  useFrame(({ camera }) => {
    const hidden = follow === 'free' ? 0 : state.live.guideHandle
    world.figures.update(state.live, performance.now(), camera as PerspectiveCamera, hidden)
  }, FRAME.people)
  return null
}
