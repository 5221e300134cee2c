// Remembers, for this tab, which session one is in and how one follows: a reload (or a phone that threw the tab away) goes
// straight back in, beside the guide or on one's own as before.

import { FOLLOW_MODES } from '../../shared/protocol/choices.ts'
import type { FollowMode } from '../../shared/protocol/wire.ts'
import type { Shelf } from '../state/settings-store.ts'

const KEY = 'parlor.in'

/** In this session, in this tab, following so; `null` when one left. @param shelf the tab's own, or a fake one */
export function rememberTour(session: string | null, follow: FollowMode, shelf: () => Shelf = tabShelf): void {
  try {
    if (session) shelf().setItem(KEY, `${follow} ${session}`)
    else shelf().removeItem(KEY)
  } catch {
    // Not remembered: a reload asks at the door again.
  }
}

/** How one followed in this session before the tab was loaded again, or null: one was not in it. */
export function followBefore(session: string, shelf: () => Shelf = tabShelf): FollowMode | null {
  try {
    const kept = shelf().getItem(KEY)
    return FOLLOW_MODES.find((mode) => kept === `${mode} ${session}`) ?? null
  } catch {
    return null
  }
}

/** Whether this page was loaded again, not come to anew. */
export function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate'
}

const tabShelf = (): Shelf => sessionStorage
