// Taking hold of the model in the picture: a drag moves it on its floor, with Shift or by its handle it turns. Snapped as it goes;
// what becomes of the place is the parent's.

import { type RefObject, useEffect, useRef } from 'react'
import type { BoothModel, ModelPlace } from '../../../shared/booth/booth.ts'
import { snapMove, snapTurn } from '../../../shared/booth/place.ts'
import { MODEL_PLACE } from '../../../shared/hall/booth-plan.ts'
import { HALL, type Plot } from '../../../shared/hall/layout.ts'
import type { HallParts } from '../../hall/hall-context.ts'
import { lensFor } from '../../hall/input/lens.ts'
import { rayThrough } from '../../hall/input/ray.ts'
import { draggedBy, type Look, meetsModel, middleOf, seenAt, turnedTo } from './looks.ts'

/** Radians that a pixel turns. */
const TURN = 0.012

interface Grab {
  readonly host: RefObject<HTMLDivElement | null>
  readonly parts: HallParts
  readonly plot: Plot
  readonly look: Look
  readonly placed: { readonly size: BoothModel['size']; readonly place: ModelPlace } | null
  onPlace(place: ModelPlace, drag: number): void
}

interface Hold {
  readonly pointer: number
  readonly x: number
  readonly y: number
  /** By its handle it follows the pointer, with Shift it turns by as far as one goes. */
  readonly by: 'move' | 'shift' | 'handle'
  readonly from: ModelPlace
}

export function useGrab(props: Grab): void {
  const latest = useRef(props)
  latest.current = props
  const drags = useRef(0)
  const { host, parts } = props
  useEffect(() => {
    const element = host.current
    if (!element) return
    const abort = new AbortController()
    let hold: Hold | null = null
    const over = (event: PointerEvent) => event.target instanceof HTMLCanvasElement && overModel(event, latest.current)
    const listen = (
      name: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel',
      to: (e: PointerEvent) => void,
    ) => element.addEventListener(name, to, { signal: abort.signal })
    listen('pointerdown', (event) => {
      const { placed } = latest.current
      const handle = isHandle(event.target)
      if (event.button !== 0 || hold || !placed || !(handle || over(event))) return
      drags.current++
      hold = {
        pointer: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        by: handle ? 'handle' : event.shiftKey ? 'shift' : 'move',
        from: placed.place,
      }
      element.setPointerCapture(event.pointerId)
    })
    listen('pointermove', (event) => {
      if (!hold) element.style.cursor = over(event) ? 'grab' : ''
      else if (event.pointerId === hold.pointer) {
        element.style.cursor = 'grabbing'
        latest.current.onPlace(draggedTo(event, hold, latest.current), drags.current)
      }
    })
    const end = (event: PointerEvent) => {
      if (event.pointerId === hold?.pointer) hold = null
    }
    listen('pointerup', end)
    listen('pointercancel', end)
    return () => {
      abort.abort()
      element.style.cursor = ''
    }
  }, [host])
  // Another look begins with no wish left over.
  useEffect(() => () => parts.state.intent.stop(), [parts])
}

/** The handle carries this; BoothView draws it. */
const isHandle = (target: EventTarget | null) => target instanceof Element && target.closest('[data-handle]') !== null

function overModel(event: PointerEvent, { host, parts: { state }, plot, placed }: Grab): boolean {
  const box = host.current?.getBoundingClientRect()
  if (!box || !placed) return false
  const aspect = box.width / box.height
  const [u, v] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
  const ray = rayThrough(state.view, state.view.y + HALL.eyeHeight, u, v, aspect, lensFor(state.fov, aspect))
  return meetsModel(ray, plot, placed.size, placed.place)
}

function draggedTo(event: PointerEvent, { x, y, by: way, from }: Hold, { host, parts, plot, look, placed }: Grab) {
  const box = host.current?.getBoundingClientRect()
  if (!box || !placed) return from
  const right = event.clientX - x
  if (way === 'shift') return { ...from, yaw: snapTurn(from.yaw + right * TURN) }
  const fov = lensFor(parts.state.fov, box.width / box.height)
  if (way === 'handle') {
    const middle = seenAt(parts.state.view, { ...middleOf(plot, from), y: MODEL_PLACE.y }, box.width / box.height, fov)
    if (!middle) return from
    const [fromX, fromY] = [box.left + middle.u * box.width, box.top + middle.v * box.height]
    return { ...from, yaw: snapTurn(turnedTo(look, event.clientX - fromX, event.clientY - fromY)) }
  }
  const by = draggedBy(look, plot, from, { right, down: event.clientY - y, height: box.height, fov })
  return snapMove(placed.size, { ...from, x: from.x + by.x, z: from.z + by.z })
}
