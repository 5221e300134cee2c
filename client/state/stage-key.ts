// The key of a stage screen: it stands in the link's fragment, which is never sent to a server, and is kept on this machine for
// a reload that lost it.

import type { Shelf } from './settings-store.ts'

const KEY = 'parlor.stage'

/** @param fragment `location.hash`; @param shelf localStorage, or a fake one */
export function stageKey(session: string, fragment: string, shelf: () => Shelf): string {
  const key = fragment.slice(1)
  try {
    if (key) shelf().setItem(`${KEY}.${session}`, key)
    return key || (shelf().getItem(`${KEY}.${session}`) ?? '')
  } catch {
    return key
  }
}
