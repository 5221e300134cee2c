// The last phase of a frame: panels' share of work, the mirror's pass, the picture; and what the frame cost.

import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { type PerspectiveCamera, Vector2 } from 'three'
import { FRAME } from './frame-order.ts'
import { useHall } from './hall-context.ts'
import type { HallFigures, Level } from './hall-props.ts'
import { LEVELS, LevelMeter, pixelRatio } from './level.ts'
import { frameCost } from './test-hook.ts'

/** Above this pitch the floor is out of view and needs no mirror. */
const FLOOR_GONE = 0.55

interface Props {
  readonly level: Level
  /** Whether measured frames may change the level. */
  readonly adapts: boolean
  onLevel(level: Level): void
  onFigures?: ((figures: HallFigures) => void) | undefined
}

export function RenderPass({ level, adapts, onLevel, onFigures }: Props) {
  const { state, world } = useHall()
  const setDpr = useThree((three) => three.setDpr)
  const meter = useRef<LevelMeter>(null)
  const size = useRef(new Vector2())
  const drawn = useRef({ since: 0, frames: 0 })
  const settings = LEVELS[level]

  useEffect(() => {
    // A level the meter chose itself keeps what it has learnt.
    if (meter.current?.level !== level) meter.current = new LevelMeter(level)
    setDpr(pixelRatio(level, window.devicePixelRatio))
    state.wake()
  }, [level, setDpr, state])

  useFrame(({ gl, scene, camera }, delta) => {
    world.mirrors = settings.mirror
    world.uniforms.uSoft.value = settings.antialias ? 0 : 1
    if (!world.open) return
    const eye = camera as PerspectiveCamera
    const onFloor = settings.mirror && state.view.pitch < FLOOR_GONE
    gl.info.autoReset = false
    gl.info.reset()
    world.panels.update(eye.position, state.wake)
    world.logos.update(eye.position, state.wake)
    if (onFloor) {
      gl.getDrawingBufferSize(size.current)
      world.uniforms.uResolution.value.copy(size.current)
      world.batch?.forMirror()
      world.mirror.render(gl, scene, eye, world.floor, size.current.x, size.current.y)
    } else world.mirror.off()
    world.batch?.forEye(eye.position, settings.nearDistance)
    world.seats?.update(eye.position)
    gl.render(scene, eye)
    frameCost(gl.info)
    const next = adapts && state.continuous ? meter.current?.frame(delta * 1000) : null
    if (next) onLevel(next)
    tellFigures(drawn.current, level, onFigures)
    state.endFrame()
  }, FRAME.render)
  return null
}

function tellFigures(drawn: { since: number; frames: number }, level: Level, tell: Props['onFigures']): void {
  const now = performance.now()
  drawn.frames++
  if (now - drawn.since < 1000) return
  const fps = (drawn.frames * 1000) / (now - drawn.since)
  if (drawn.since && now - drawn.since < 2000) tell?.({ level, fps: Math.round(fps) })
  drawn.since = now
  drawn.frames = 0
}
