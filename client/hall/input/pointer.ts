// Pointer → intent: drag looks, a short press without moving is a click on what lies under it. Mouse, pen and one finger alike;
// a second finger makes it a pinch until one of the two lifts.

import type { Intent } from './intent.ts'

/** Pixels a press may move and still be a click. */
const SLOP = 6
const CLICK_MS = 450
/** Radians a pixel at a height of 900. */
const LOOK = 0.0032

export interface PointerWants {
  wake(): void
  onClick(clientX: number, clientY: number): void
  /** Two fingers moved from so many pixels apart to so many. */
  onPinch(before: number, after: number): void
}

/** Listens on the element around the canvas until the returned function is called. */
export function listenToPointer(host: HTMLElement, intent: Intent, wants: PointerWants): () => void {
  const second = { id: -1, x: 0, y: 0 }
  let pressed = -1
  let startX = 0
  let startY = 0
  let startAt = 0
  let lastX = 0
  let lastY = 0
  let moved = false
  const down = (event: PointerEvent) => {
    if (event.button !== 0 || !isPicture(event.target)) return
    if (pressed !== -1) {
      if (event.pointerType !== 'touch' || second.id !== -1) return
      second.id = event.pointerId
      second.x = event.clientX
      second.y = event.clientY
      moved = true
      host.setPointerCapture(event.pointerId)
      return
    }
    pressed = event.pointerId
    startX = lastX = event.clientX
    startY = lastY = event.clientY
    startAt = event.timeStamp
    moved = false
    host.setPointerCapture(event.pointerId)
  }
  /** One of two fingers moved. */
  const pinch = (event: PointerEvent) => {
    const before = Math.hypot(second.x - lastX, second.y - lastY)
    if (event.pointerId === pressed) {
      lastX = event.clientX
      lastY = event.clientY
    } else {
      second.x = event.clientX
      second.y = event.clientY
    }
    wants.onPinch(before, Math.hypot(second.x - lastX, second.y - lastY))
  }
  const move = (event: PointerEvent) => {
    if (second.id !== -1) {
      if (event.pointerId === pressed || event.pointerId === second.id) pinch(event)
      return
    }
    if (event.pointerId !== pressed) return
    if (!moved && Math.hypot(event.clientX - startX, event.clientY - startY) < SLOP) return
    moved = true
    const scale = (LOOK * 900) / Math.max(300, host.clientHeight)
    intent.dragYaw += (event.clientX - lastX) * scale
    intent.dragPitch += (event.clientY - lastY) * scale
    lastX = event.clientX
    lastY = event.clientY
    wants.wake()
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId === second.id) second.id = -1
    if (event.pointerId !== pressed) return
    pressed = -1
    if (second.id !== -1) {
      // The finger that stays goes on looking, from where it is.
      pressed = second.id
      lastX = second.x
      lastY = second.y
      second.id = -1
      return
    }
    if (event.type === 'pointerup' && !moved && event.timeStamp - startAt < CLICK_MS)
      wants.onClick(event.clientX, event.clientY)
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
