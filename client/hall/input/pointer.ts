// Pointer → intent: drag looks, a short press without moving is a click on what lies under it. Mouse, pen and one finger alike.

import type { Intent } from './intent.ts'

/** Pixels a press may move and still be a click. */
const SLOP = 6
const CLICK_MS = 450
/** Radians a pixel at a height of 900. */
const LOOK = 0.0032

export type OnClick = (clientX: number, clientY: number) => void

/** Listens on the element around the canvas until the returned function is called. */
export function listenToPointer(host: HTMLElement, intent: Intent, wake: () => void, onClick: OnClick): () => void {
  let pressed = -1
  let startX = 0
  let startY = 0
  let startAt = 0
  let lastX = 0
  let lastY = 0
  let moved = false
  const down = (event: PointerEvent) => {
    if (pressed !== -1 || event.button !== 0 || !isPicture(event.target)) return
    pressed = event.pointerId
    startX = lastX = event.clientX
    startY = lastY = event.clientY
    startAt = event.timeStamp
    moved = false
    host.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pressed) return
    if (!moved && Math.hypot(event.clientX - startX, event.clientY - startY) < SLOP) return
    moved = true
    const scale = (LOOK * 900) / Math.max(300, host.clientHeight)
    intent.dragYaw += (event.clientX - lastX) * scale
    intent.dragPitch += (event.clientY - lastY) * scale
    lastX = event.clientX
    lastY = event.clientY
    wake()
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId !== pressed) return
    pressed = -1
    if (event.type === 'pointerup' && !moved && event.timeStamp - startAt < CLICK_MS)
      onClick(event.clientX, event.clientY)
  }
  host.addEventListener('pointerdown', down)
  host.addEventListener('pointermove', move)
  host.addEventListener('pointerup', up)
  host.addEventListener('pointercancel', up)
  return () => {
    host.removeEventListener('pointerdown', down)
    host.removeEventListener('pointermove', move)
    host.removeEventListener('pointerup', up)
    host.removeEventListener('pointercancel', up)
  }
}

const isPicture = (target: EventTarget | null) => target instanceof HTMLCanvasElement
