// The browser's own storage as a shelf; a forbidden one (private mode, embedded views) becomes one that lasts for the visit.

import type { Shelf } from '../state/settings-store.ts'

export function browserShelf(): Shelf {
  try {
    localStorage.getItem('parlor.settings')
    return localStorage
  } catch {
    const kept = new Map<string, string>()
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }
  }
}
