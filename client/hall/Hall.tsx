// The hall as one component: the element that takes keys and pointer, the canvas, the fade, the touch stick.
// What it takes and gives is in hall-props.ts. Mount it lazily: three comes with it.

import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { spotById } from '../../shared/hall/where.ts'
import { visit } from './camera/visit.ts'
import { HallCanvas } from './HallCanvas.tsx'
import { HallScene } from './HallScene.tsx'
import styles from './hall.module.css'
import type { HallParts } from './hall-context.ts'
import type { HallProps } from './hall-props.ts'
import { HallState } from './hall-state.ts'
import { HallWorld } from './hall-world.ts'
import { TouchStick } from './input/TouchStick.tsx'
import { useHallInput } from './input/use-hall-input.ts'
import { useLevel } from './use-level.ts'

export function Hall({ ref, level: choice, ...props }: HallProps) {
  const host = useRef<HTMLDivElement>(null)
  const fade = useRef<HTMLDivElement>(null)
  const help = useId()
  const [parts] = useState(() => makeParts(props))
  const { drawable, level, setLevel } = useLevel(choice)
  const { state, world } = parts
  const latest = useRef(props)
  latest.current = props
  state.reducedMotion = props.reducedMotion

  useEffect(() => {
    if (!drawable) latest.current.onLost('no-webgl')
    state.setFade = (opacity) => {
      if (fade.current) fade.current.style.opacity = String(opacity)
    }
    return () => {
      state.dispose()
      world.dispose()
    }
  }, [state, world, drawable])
  useHallInput(host, parts, props)
  useImperativeHandle(
    ref,
    () => ({
      goTo(id) {
        const spot = spotById(id)
        if (spot) state.fadeTo(spot.pose)
        return spot !== undefined
      },
      snapTo: (pose) => state.fadeTo(pose),
      toMark(booth, id) {
        const mark = world.spots.marks.find((one) => one.booth === booth && one.id === id)
        if (mark) visit(state, world.marker, mark, latest.current.follow !== 'free')
      },
      focus: () => host.current?.focus({ preventScroll: true }),
    }),
    [state, world],
  )
  if (!drawable) return null
  return (
    <div
      ref={host}
      className={styles.host}
      tabIndex={0}
      role="application"
      aria-label={props.words.canvasName}
      aria-describedby={help}
      data-hall-level={level}
    >
      <HallCanvas parts={parts} level={level} active={props.active} onLost={props.onLost}>
        <HallScene {...props} level={level} adapts={choice === 'auto'} onLevel={setLevel} />
      </HallCanvas>
      <TouchStick state={state} />
      <div ref={fade} className={styles.fade} aria-hidden="true" />
      <p id={help} className={styles.help}>
        {props.words.canvasHelp}
      </p>
    </div>
  )
}

function makeParts({ live, start }: Pick<HallProps, 'live' | 'start'>): HallParts {
  const pose = typeof start === 'string' ? (spotById(start) ?? spotById('reception'))?.pose : start
  if (!pose) throw new Error('no place to stand')
  return { state: new HallState(live, pose), world: new HallWorld() }
}
