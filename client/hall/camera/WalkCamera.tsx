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

/** Metres one must have moved before the spot is looked up again: on foot, with the guide, or by a jump. */
const ASK_AGAIN = 0.25

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
  const asked = useRef({ x: 0, z: 0 })
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
    if (state.spot && Math.hypot(view.x - asked.current.x, view.z - asked.current.z) < ASK_AGAIN) return
    asked.current.x = view.x
    asked.current.z = view.z
    const spot = spotAt(view.x, view.z)
    if (spot === state.spot) return
    state.spot = spot
    onSpot(spot)
  }, FRAME.walk)
  return null
}
