// Remembers, for this tab, which session one is in: a reload (or a phone that threw the tab away) goes straight back in.

const KEY = 'parlor.in'

/** In this session, in this tab; `null` when one left. */
export function rememberTour(session: string | null): void {
  try {
    if (session) sessionStorage.setItem(KEY, session)
    else sessionStorage.removeItem(KEY)
  } catch {
    // Not remembered: a reload asks at the door again.
  }
}

/** Whether this tab was in the session before it was loaded again. */
export function wasInTour(session: string): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  if (!(entry instanceof PerformanceNavigationTiming) || entry.type === 'navigate') return false
  try {
    return sessionStorage.getItem(KEY) === session
  } catch {
    return false
  }
}
