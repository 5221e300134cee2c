// Riding with the guide: plays the guide's track 1.5 intervals behind. `together`: the guide's place, own gaze;
// `spotlight`: the gaze is turned to the guide's once. Whoever joins, and whoever is taken along by a jump of the guide (the
// next stop, a gather), sees the guide's view at once.

import { useFrame } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { easeAngle } from '../../../shared/pose/ease.ts'
import { makePose } from '../../../shared/pose/pose-track.ts'
import type { FollowMode } from '../../../shared/protocol/wire.ts'
import { FRAME, LONGEST_STEP } from '../frame-order.ts'
import { useHall } from '../hall-context.ts'

const TURN_RATE = 5
const TURNED = 0.01
/** No snap counter has this value. */
const UNKNOWN = -2

export function FollowCamera({ mode }: { readonly mode: FollowMode }) {
  const { state } = useHall()
  const played = useRef(makePose())
  const turning = useRef(false)
  const seenSnap = useRef(UNKNOWN)

  useEffect(() => {
    turning.current = mode === 'spotlight'
    if (mode === 'free') seenSnap.current = UNKNOWN
    state.wake()
  }, [mode, state])

  useFrame((_, delta) => {
    const { live, view, intent } = state
    const now = performance.now()
    const pose = played.current
    if (mode === 'free' || state.fading || !live.guide.sample(now, pose)) return
    view.x = pose.x
    view.y = pose.y
    view.z = pose.z
    const snap = live.guide.snap(now)
    const jumped = snap !== seenSnap.current
    if (jumped) {
      seenSnap.current = snap
      view.yaw = pose.yaw
      view.pitch = pose.pitch
    }
    if (intent.wantsToLook) turning.current = false
    if (turning.current) {
      view.yaw = easeAngle(view.yaw, pose.yaw, TURN_RATE, Math.min(delta, LONGEST_STEP))
      view.pitch = easeAngle(view.pitch, pose.pitch, TURN_RATE, Math.min(delta, LONGEST_STEP))
      turning.current = Math.abs(view.yaw - pose.yaw) % (2 * Math.PI) > TURNED
      state.wake()
    }
    live.setOwn(view, jumped)
    if (live.guide.moving(now)) state.wake()
  }, FRAME.camera)
  return null
}
