// What every part of the studio needs: the booth that is read and kept fresh, a section with the way to change it, what is going on
// with saving, who else is here.

import { useEffect } from 'react'
import { type BoothContent, SECTIONS, type Section } from '../../shared/booth/content.ts'
import { useMyId } from '../panels/use-session.ts'
import type { Refused } from '../state/outcome.ts'
import { isUnsaved, type Part } from '../state/studio-store.ts'
import type { Change } from '../ui/actions.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'

/** Colleagues who save one thing after the other are read once, milliseconds. */
const SETTLE_MS = 300

/** Reads the booth, and again whenever something of it changed or the line was away. @param may whether it is one's own */
export function useFreshStudio(booth: string, may: boolean): void {
  const { studio } = useActions()
  const news = useNoun('studio', (state) => (state.booth === booth ? state.news : 0))
  const ups = useNoun('connection', (connection) => connection.ups)
  useEffect(() => {
    if (may) void studio.open(booth)
  }, [studio, booth, may])
  useEffect(() => {
    if (!may || (news === 0 && ups < 2)) return
    const timer = setTimeout(() => void studio.open(booth), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [studio, booth, may, news, ups])
}

/** Tells colleagues which section is on screen here, again after a lost line. @param open whether the booth is read */
export function useHere(section: Section | null, open: boolean): void {
  const { studio } = useActions()
  const ups = useNoun('connection', (connection) => connection.ups)
  useEffect(() => {
    if (open && ups > 0) void studio.at(section)
  }, [studio, section, open, ups])
  useEffect(() => () => void studio.at(null), [studio])
}

export interface Editing<S extends Section> {
  readonly part: Part<S>
  /** @param mark changes of one mark in a row are one step back */
  edit(change: Change<BoothContent[S]>, mark: string): void
}

/** A section and how to change it; null until it is known. */
export function useSection<S extends Section>(section: S): Editing<S> | null {
  const { studio } = useActions()
  const part = useNoun('studio', (state) => state.parts?.[section] ?? null)
  return part && { part, edit: (change, mark) => studio.edit(section, change, mark) }
}

export type Saving =
  | { readonly is: 'saved' | 'saving' | 'waiting' }
  | { readonly is: 'choose'; readonly section: Section }
  | { readonly is: 'refused'; readonly section: Section; readonly why: Refused }

/** How it stands with what was written here, the worst first. */
export function savingOf(parts: { readonly [S in Section]: Part<S> }, lineLost: boolean): Saving {
  for (const section of SECTIONS) {
    const why = parts[section].refused
    if (why) return { is: 'refused', section, why }
  }
  const choose = SECTIONS.find((section) => parts[section].theirs)
  if (choose) return { is: 'choose', section: choose }
  if (!SECTIONS.some((section) => isUnsaved(parts[section]))) return { is: 'saved' }
  return { is: lineLost ? 'waiting' : 'saving' }
}

export interface Others {
  /** Names of colleagues who have this section open; null: one without a name. */
  readonly names: readonly (string | null)[]
  /** Oneself, in another window. */
  readonly own: boolean
}

/** Who else has a section open just now. */
export function useOthers(section: Section | null): Others {
  const me = useMyId()
  const locks = useNoun('studio', (state) => state.locks)
  const here = locks.filter((lock) => lock.section === section)
  const people = new Map(here.filter(({ person }) => person !== me).map(({ person, name }) => [person, name]))
  return { names: [...people.values()], own: here.filter(({ person }) => person === me).length > 1 }
}
