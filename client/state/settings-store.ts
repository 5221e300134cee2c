// What the visitor chose on this device: language, picture quality, speed, motion, name plate. Kept in the browser only.

import { createStore } from 'zustand/vanilla'
import type { Language } from '../../shared/protocol/parts.ts'

export type QualityChoice = 'auto' | 'low' | 'mid' | 'high'

export interface Settings {
  readonly language: Language
  readonly quality: QualityChoice
  /** Metres a second. */
  readonly speed: number
  readonly snapTurn: boolean
  /** Less motion than the system asks for; `null` follows the system. */
  readonly reducedMotion: boolean | null
  /** Strangers in the hall see my name. */
  readonly showName: boolean
  /** What the server heard of that last from this device. */
  readonly showNameTold: boolean
  /** Invitations and gathers leave me where I am. */
  readonly neverFollow: boolean
  /** A level from the address (`?level=`), for this visit only; `none` draws no picture at all. */
  readonly forced: QualityChoice | 'none' | null
}

export const SPEEDS = [1.4, 2.2, 3.6] as const
const KEY = 'parlor.settings'

/** The part of `Storage` that is used; it may be missing or throw (private mode), and then nothing is kept. */
export interface Shelf {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

export const defaultSettings = (language: Language): Settings => ({
  language,
  quality: 'auto',
  speed: SPEEDS[1],
  snapTurn: false,
  reducedMotion: null,
  showName: false,
  showNameTold: false,
  neverFollow: false,
  forced: null,
})

/** Settings from the shelf; whatever is missing or of a wrong type is the default. */
export function readSettings(shelf: Shelf, first: (saved: string | null) => Language): Settings {
  const saved = parse(shelf)
  const text = typeof saved.language === 'string' ? saved.language : null
  const base = defaultSettings(first(text))
  const quality = (['auto', 'low', 'mid', 'high'] as const).find((choice) => choice === saved.quality)
  const speed = SPEEDS.find((choice) => choice === saved.speed)
  return {
    ...base,
    quality: quality ?? base.quality,
    speed: speed ?? base.speed,
    snapTurn: saved.snapTurn === true,
    reducedMotion: typeof saved.reducedMotion === 'boolean' ? saved.reducedMotion : null,
    showName: saved.showName === true,
    showNameTold: saved.showNameTold === true,
    neverFollow: saved.neverFollow === true,
  }
}

/** The level that an address asks for, or null. */
export function forcedLevel(search: string): Settings['forced'] {
  const wanted = new URLSearchParams(search).get('level')
  return (['none', 'auto', 'low', 'mid', 'high'] as const).find((choice) => choice === wanted) ?? null
}

function parse(shelf: Shelf): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(shelf.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

export function createSettingsStore(shelf: Shelf, first: (saved: string | null) => Language) {
  const store = createStore<Settings>(() => readSettings(shelf, first))
  store.subscribe((settings) => {
    try {
      shelf.setItem(KEY, JSON.stringify({ ...settings, forced: undefined }))
    } catch {
      // A full or forbidden shelf: the choice holds for this visit only.
    }
  })
  return store
}
