// Connects keys, pointer and clicks of the hall's element with the intent. What a click means is decided here.

import { type RefObject, useEffect, useRef } from 'react'
import { HALL } from '../../../shared/hall/layout.ts'
import { pick } from '../booth/pick.ts'
import { pickMark } from '../booth/spots.ts'
import type { HallParts } from '../hall-context.ts'
import type { HallProps } from '../hall-props.ts'
import { listenToKeys } from './keyboard.ts'
import { lensFor, pinched } from './lens.ts'
import { listenToPointer } from './pointer.ts'
import { rayThrough } from './ray.ts'

type Wants = Pick<HallProps, 'active' | 'comfort' | 'onBooth' | 'onMark'>

/** Listens while the component is mounted; the latest props are read when something happens. */
export function useHallInput(host: RefObject<HTMLDivElement | null>, { state, world }: HallParts, props: Wants): void {
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    const element = host.current
    if (!element) return
    const wake = () => state.wake()
    const stopKeys = listenToKeys(
      element,
      state.intent,
      wake,
      () => latest.current.active && !state.fading,
      () => latest.current.comfort.snapTurn,
    )
    const onPinch = (before: number, after: number) => {
      state.fov = pinched(state.fov, before, after)
      wake()
    }
    const onClick = (clientX: number, clientY: number) => {
      const box = element.getBoundingClientRect()
      const eye = state.view.y + HALL.eyeHeight
      const aspect = box.width / box.height
      const ray = rayThrough(
        state.view,
        eye,
        (clientX - box.left) / box.width,
        (clientY - box.top) / box.height,
        aspect,
        lensFor(state.fov, aspect),
      )
      const mark = pickMark(ray, world.spots.marks, world.standing)
      if (mark) {
        latest.current.onMark(mark.booth, mark.id)
        return
      }
      const picked = pick(ray, state.walls)
      if (picked?.kind === 'booth') latest.current.onBooth(picked.id)
      if (picked?.kind === 'floor') {
        state.intent.walkTo(picked.x, picked.z)
        world.marker.show(picked.x, picked.z)
        wake()
      }
    }
    const stopPointer = listenToPointer(element, state.intent, { wake, onClick, onPinch })
    return () => {
      stopKeys()
      stopPointer()
    }
  }, [host, state, world])
}
