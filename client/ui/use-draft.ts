// A text that is being written: kept in this tab, so that a reload, or a phone that threw the tab away, does not lose it.

import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import type { Shelf } from '../state/settings-store.ts'

const KEY = 'parlor.draft.'

/** @param shelf the tab's own, or a fake one */
export function readDraft(name: string, shelf: () => Shelf = tabShelf): string {
  try {
    return shelf().getItem(KEY + name) ?? ''
  } catch {
    return ''
  }
}

/** An empty text is forgotten. */
export function keepDraft(name: string, text: string, shelf: () => Shelf = tabShelf): void {
  try {
    if (text) shelf().setItem(KEY + name, text)
    else shelf().removeItem(KEY + name)
  } catch {
    // Not kept: it lasts as long as the page.
  }
}

export function useDraft(name: string): [string, Dispatch<SetStateAction<string>>] {
  const [text, setText] = useState(() => readDraft(name))
  useEffect(() => keepDraft(name, text), [name, text])
  return [text, setText]
}

const tabShelf = (): Shelf => sessionStorage
