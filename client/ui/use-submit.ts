// Sending a form: once at a time, however often it is clicked.

import { type FormEvent, useRef, useState } from 'react'
import { useFault } from './use-fault.ts'

/** @returns what to give a form, and whether it is being sent */
export function useSubmit(send: () => Promise<unknown>): {
  readonly onSubmit: (event: FormEvent) => void
  readonly busy: boolean
} {
  const fault = useFault()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (running.current) return
    running.current = true
    setBusy(true)
    void send()
      .catch(fault)
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }
  return { onSubmit, busy }
}
