// A booth's draft as it is edited here: what the server keeps, what was changed since, what a colleague changed meanwhile, and the
// way back and forth. Pure; studio-actions.ts sends and reads.

import { createStore } from 'zustand/vanilla'
import { type BoothContent, SECTIONS, type Section } from '../../shared/booth/content.ts'
import type { BoothStudio, By } from '../../shared/protocol/http.ts'
import type { BoothLock } from '../../shared/protocol/wire.ts'
import type { Refused } from './outcome.ts'

export interface Part<S extends Section = Section> {
  /** The server's revision that `mine` began from, and what it says. */
  readonly base: number
  readonly kept: BoothContent[S]
  readonly by: By | null
  /** As it is shown and edited; the same object as `kept` where nothing is unsaved. */
  readonly mine: BoothContent[S]
  /** On its way to the server: this very text. */
  readonly sending: BoothContent[S] | null
  /** A colleague wrote another one while mine was unsaved: one of the two is to be chosen. */
  readonly theirs: { readonly revision: number; readonly body: BoothContent[S]; readonly by: By | null } | null
  /** Why it could not be saved. */
  readonly refused: Refused | null
}

interface Edit {
  readonly section: Section
  readonly before: unknown
  readonly after: unknown
  /** Edits of one mark in a row are one step back: a word that is typed, a model that is dragged. */
  readonly mark: string
  readonly at: number
}

export interface StudioState {
  readonly booth: string | null
  /** Null until it is known. */
  readonly parts: { readonly [S in Section]: Part<S> } | null
  readonly life: BoothStudio['life'] | null
  readonly history: BoothStudio['history']
  /** Whether what is submitted waits for the desk. */
  readonly review: boolean
  /** Who edits which section just now, oneself too. */
  readonly locks: readonly BoothLock[]
  readonly past: readonly Edit[]
  readonly future: readonly Edit[]
  /** Rises when the server told that something of the booth changed: it is to be read again. */
  readonly news: number
  /** Rises when the life of any booth went on that one may edit. */
  readonly lives: number
  /** The last sending found no line; it is tried again by itself. */
  readonly away: boolean
  /** Why the draft could not be read. */
  readonly refused: Refused | null
}

export const emptyStudio: StudioState = {
  booth: null,
  parts: null,
  life: null,
  history: [],
  review: true,
  locks: [],
  past: [],
  future: [],
  news: 0,
  lives: 0,
  away: false,
  refused: null,
}

export const createStudioStore = () => createStore<StudioState>(() => emptyStudio)

/** Steps that can be taken back. */
export const STEPS_MAX = 200
/** Edits of one mark within this of each other are one step, milliseconds. */
export const MERGE_MS = 1_500

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

export const isUnsaved = (part: Part): boolean => part.mine !== part.kept

export const withNews = (state: StudioState, booth: string): StudioState =>
  state.booth === booth ? { ...state, news: state.news + 1 } : state

export const withLives = (state: StudioState): StudioState => ({ ...state, lives: state.lives + 1 })

export const withLocks = (state: StudioState, booth: string, locks: readonly BoothLock[]): StudioState =>
  state.booth === booth ? { ...state, locks } : state

/** Whether anything is not on the server yet. */
export const hasUnsaved = ({ parts }: StudioState): boolean =>
  parts !== null && SECTIONS.some((section) => isUnsaved(parts[section]))

function withPart<S extends Section>(state: StudioState, section: S, change: Partial<Part<S>>): StudioState {
  const { parts } = state
  return parts ? { ...state, parts: { ...parts, [section]: { ...parts[section], ...change } } } : state
}

/**
 * Takes what the server says of a booth: at first, and again after a change. What is unsaved here stays; where a colleague wrote
 * the same section, both are kept until one is chosen.
 */
export function withStudio(state: StudioState, booth: string, studio: BoothStudio): StudioState {
  const fresh = state.booth === booth ? state : { ...emptyStudio, booth, lives: state.lives }
  const parts = Object.fromEntries(
    SECTIONS.map((section) => [section, merged(fresh.parts?.[section], studio.sections[section])]),
  ) as unknown as NonNullable<StudioState['parts']>
  const { life, history, review } = studio
  return { ...fresh, parts, life, history, review, refused: null }
}

function merged(part: Part | undefined, { revision, body, by }: BoothStudio['sections'][Section]): Part {
  const clean: Part = { base: revision, kept: body, by, mine: body, sending: null, theirs: null, refused: null }
  if (!part) return clean
  // An answer that was overtaken by a newer one says nothing new.
  if (revision <= part.base) return part
  if (!isUnsaved(part) && part.sending === null) return clean
  // What I sent may have arrived though its answer did not; and two may have written the same.
  if (same(body, part.mine)) return clean
  if (part.sending !== null && same(body, part.sending)) return { ...clean, mine: part.mine }
  return { ...part, sending: null, theirs: { revision, body, by } }
}

/** What was unsaved before a reload, as it was kept in this tab: goes on where it was, or stands against what came meanwhile. */
export function withRestored(state: StudioState, section: Section, base: number, body: unknown): StudioState {
  const part = state.parts?.[section]
  if (!part || same(body, part.kept)) return state
  if (base >= part.base) return withMine(state, section, body)
  const theirs = { revision: part.base, body: part.kept, by: part.by }
  return withPart(state, section, { base, mine: body, theirs } as Partial<Part<Section>>)
}

/** Changes a section here. @param mark edits of one mark in a row are one step back @param at now, milliseconds */
export function withEdit<S extends Section>(
  state: StudioState,
  section: S,
  body: BoothContent[S],
  mark: string,
  at: number,
): StudioState {
  const part = state.parts?.[section]
  if (!part || same(part.mine, body)) return state
  const last = state.past.at(-1)
  const goesOn = last?.section === section && last.mark === mark && at - last.at < MERGE_MS && state.future.length === 0
  const edit: Edit = { section, before: goesOn ? last.before : part.mine, after: body, mark, at }
  const past = [...(goesOn ? state.past.slice(0, -1) : state.past), edit].slice(-STEPS_MAX)
  return { ...withMine(state, section, body), past, future: [] }
}

function withMine(state: StudioState, section: Section, body: unknown): StudioState {
  const part = state.parts?.[section]
  if (!part) return state
  // Back where it was is no change: nothing is to be sent then.
  const mine = same(body, part.kept) ? part.kept : (body as Part['mine'])
  return withPart(state, section, { mine, refused: null } as Partial<Part<Section>>)
}

/** One step back; the same state when there is none. */
export function undone(state: StudioState): StudioState {
  const edit = state.past.at(-1)
  if (!edit) return state
  const back = {
    ...withMine(state, edit.section, edit.before),
    past: state.past.slice(0, -1),
    future: [...state.future, edit],
  }
  return ofOneStep(edit, back.past.at(-1)) ? undone(back) : back
}

/** Whether two edits after each other came together, over several sections. */
const ofOneStep = (a: Edit, b: Edit | undefined): boolean => a.mark === b?.mark && a.mark.startsWith(WHOLE)

/** One step forth again. */
export function redone(state: StudioState): StudioState {
  const edit = state.future.at(-1)
  if (!edit) return state
  const forth = {
    ...withMine(state, edit.section, edit.after),
    past: [...state.past, { ...edit, at: 0 }],
    future: state.future.slice(0, -1),
  }
  return ofOneStep(edit, forth.future.at(-1)) ? redone(forth) : forth
}

/** Mark of an edit that was a whole content put into the draft. */
const WHOLE = 'whole '

/**
 * A whole content was put into the draft at the server and read again here: one step back leads to what stood before.
 * @param before the sections as they were @param at now, milliseconds
 */
export function withBroughtIn(state: StudioState, before: NonNullable<StudioState['parts']>, at: number): StudioState {
  const { parts } = state
  if (!parts) return state
  const edits = SECTIONS.filter((section) => !same(before[section].mine, parts[section].mine)).map(
    (section): Edit => ({
      section,
      ...{ before: before[section].mine, after: parts[section].mine, mark: `${WHOLE}${at}`, at },
    }),
  )
  return { ...state, past: [...state.past, ...edits].slice(-STEPS_MAX), future: [] }
}

/** The next section that is to be sent: unsaved, not under way, not waiting for a choice. */
export function nextToSave({ parts }: StudioState): Section | null {
  if (!parts) return null
  const ready = (part: Part) =>
    isUnsaved(part) && part.sending === null && part.theirs === null && part.refused === null
  return SECTIONS.find((section) => ready(parts[section])) ?? null
}

/** A section is on its way as it is now. */
export function withSending(state: StudioState, section: Section): StudioState {
  const part = state.parts?.[section]
  return part ? withPart(state, section, { sending: part.mine } as Partial<Part<Section>>) : state
}

/** The server has it; what was typed meanwhile is unsaved still. */
export function withSaved(state: StudioState, section: Section, revision: number, by: By | null): StudioState {
  const part = state.parts?.[section]
  if (!part || part.sending === null) return state
  const kept = part.sending
  const mine = same(part.mine, kept) ? kept : part.mine
  return withPart(state, section, { base: revision, kept, by, mine, sending: null } as Partial<Part<Section>>)
}

/** It could not be sent: what was written stays, and is sent again when it changes or when asked. */
export function withSaveRefused(state: StudioState, section: Section, refused: Refused | null): StudioState {
  return withPart(state, section, { sending: null, refused })
}

/** Chooses between mine and what a colleague wrote meanwhile. The one that is not taken is a step back away. */
export function withChoice(state: StudioState, section: Section, whose: 'mine' | 'theirs', at: number): StudioState {
  const part = state.parts?.[section]
  if (!part?.theirs) return state
  const { revision, body, by } = part.theirs
  const settled = { base: revision, kept: body, by, theirs: null, refused: null } as Partial<Part<Section>>
  if (whose === 'mine') return withPart(state, section, settled)
  const edit: Edit = { section, before: part.mine, after: body, mark: 'choice', at }
  const past = [...state.past, edit].slice(-STEPS_MAX)
  return { ...withPart(state, section, { ...settled, mine: body } as Partial<Part<Section>>), past, future: [] }
}
