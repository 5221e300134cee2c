// Something asked of the server when a screen opens, and again now and then while it is seen: what is known, why not, try again.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome, Refused } from '../state/outcome.ts'

export interface Asked<T> {
  /** The newest answer; null before the first. It stays when a later asking fails. */
  readonly value: T | null
  /** Why the last asking failed. */
  readonly refused: Refused | null
  again(): Promise<void>
}

/**
 * @param ask stable between renders; a new one is asked at once
 * @param every milliseconds between askings while the page is seen; once without it
 */
export function useAsked<T>(ask: () => Promise<Outcome<T>>, every?: number): Asked<T> {
  const [known, setKnown] = useState<Omit<Asked<T>, 'again'>>({ value: null, refused: null })
  const newest = useRef<unknown>(null)
  const again = useCallback(async () => {
    const mine = ask()
    newest.current = mine
    const reply = await mine
    if (newest.current !== mine) return
    setKnown(({ value }) => (reply.ok ? { value: reply.value, refused: null } : { value, refused: reply }))
  }, [ask])
  useEffect(() => {
    void again()
    const timer = every === undefined ? undefined : setInterval(() => void (document.hidden || again()), every)
    return () => {
      newest.current = null
      clearInterval(timer)
    }
  }, [again, every])
  return { ...known, again }
}
