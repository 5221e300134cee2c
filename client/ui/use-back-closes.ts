// The back button of a phone closes what lies over the page, and leaves the page only when nothing does.

import { useEffect, useRef } from 'react'

export function useBackCloses(open: boolean, close: () => void): void {
  const closing = useRef(close)
  useEffect(() => {
    closing.current = close
  }, [close])
  useEffect(() => {
    if (!open) return
    let back = false
    // The same address once more: going back from it changes nothing but this.
    history.pushState(history.state, '')
    const pop = () => {
      back = true
      closing.current()
    }
    addEventListener('popstate', pop)
    return () => {
      removeEventListener('popstate', pop)
      if (!back) history.back()
    }
  }, [open])
}
