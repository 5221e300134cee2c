// Own feet: reads the intent, walks along the walls, writes the own pose. Idle while following, while a fade covers the picture.

import { useFrame } from '@react-three/fiber'
import { useRef } from 'react'
import { spotAt } from '../../../shared/hall/where.ts'
import { FRAME, LONGEST_STEP } from '../frame-order.ts'
import { useHall } from '../hall-context.ts'
import type { Comfort } from '../hall-props.ts'
import { GamepadReader } from '../input/gamepad.ts'
import { Feet } from './feet.ts'
import { turnGaze } from './gaze.ts'

interface Props {
  readonly comfort: Comfort
  readonly following: boolean
  onSpot(spot: string): void
  onBreakFollow(): void
}

export function WalkCamera({ comfort, following, onSpot, onBreakFollow }: Props) {
  const { state, world } = useHall()
  const feet = useRef<Feet>(null)
  feet.current ??= new Feet()
  const pad = useRef<GamepadReader>(null)
  pad.current ??= new GamepadReader()

  useFrame(() => {
    state.beginFrame()
    pad.current?.read(state.intent)
  }, FRAME.input)

  useFrame((_, delta) => {
    const { intent, view, live } = state
    const dt = Math.min(delta, LONGEST_STEP)
    if (state.fading || !feet.current) return
    if (following && intent.wantsToWalk) onBreakFollow()
    const turned = turnGaze(view, intent, dt)
    const moved = !following && feet.current.step(view, intent, state.walls, comfort.speed, dt)
    if (moved || turned) live.setOwn(view, false)
    if (moved || intent.active) state.wake()
    if (!intent.hasTarget) world.marker.hide()
    const spot = moved || !state.spot ? spotAt(view.x, view.z) : state.spot
    if (spot === state.spot) return
    state.spot = spot
    onSpot(spot)
  }, FRAME.walk)
  return null
}
