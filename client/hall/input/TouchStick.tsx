// The stick on touch screens: a ring in the corner, drawn by CSSOM only. Writes intent; React renders it once.

import { useEffect, useRef } from 'react'
import type { HallState } from '../hall-state.ts'
import styles from './touch-stick.module.css'

const REACH = 44

/** `name` is its accessible name; it is hidden from keyboards, which have better ways. */
export function TouchStick({ state }: { readonly state: HallState }) {
  const ring = useRef<HTMLDivElement>(null)
  const knob = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const host = ring.current
    if (!host) return
    const abort = new AbortController()
    const { signal } = abort
    let held = -1
    const write = (x: number, y: number) => {
      const length = Math.hypot(x, y)
      const scale = length > REACH ? REACH / length : 1
      state.intent.stickRight = (x * scale) / REACH
      state.intent.stickForward = -(y * scale) / REACH
      if (knob.current) knob.current.style.transform = `translate(${x * scale}px, ${y * scale}px)`
      state.wake()
    }
    const at = (event: PointerEvent) => {
      const box = host.getBoundingClientRect()
      write(event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2)
    }
    host.addEventListener(
      'pointerdown',
      (event) => {
        held = event.pointerId
        host.setPointerCapture(held)
        at(event)
        event.stopPropagation()
      },
      { signal },
    )
    host.addEventListener('pointermove', (event) => event.pointerId === held && at(event), { signal })
    const release = (event: PointerEvent) => {
      if (event.pointerId !== held) return
      held = -1
      write(0, 0)
    }
    host.addEventListener('pointerup', release, { signal })
    host.addEventListener('pointercancel', release, { signal })
    return () => abort.abort()
  }, [state])
  return (
    <div ref={ring} className={styles.ring} data-touch-stick="" aria-hidden="true">
      <div ref={knob} className={styles.knob} />
    </div>
  )
}
