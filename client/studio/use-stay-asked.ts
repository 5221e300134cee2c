// Leaving the page interrupts what is on its way up: the browser asks first.

import { useEffect } from 'react'

export function useStayAsked(underWay: boolean): void {
  useEffect(() => {
    if (!underWay) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [underWay])
}
