// Rows of booths: which version a booth shows, what it says by version and while it is drafted, and its life as a log.

import type { Section } from '../../../shared/booth/content.ts'

export interface BoothTable {
  /** City id, or `guest`. */
  id: string
  revision: number
  changed_at: number
  /** The version that is shown, as the log says; null: the default booth. */
  shown: number | null
  /** 1: the desk took it down. */
  down: number
}

export interface BoothDraftTable {
  booth: string
  section: Section
  /** 1, 2, 3 …; a section without a row has revision 0 and is empty. */
  revision: number
  /** JSON of the section, shared/booth/content. */
  body: string
  person: string
  at: number
}

export interface BoothVersionTable {
  booth: string
  n: number
  /** JSON of BoothContent. */
  content: string
}

export interface BoothEventTable {
  booth: string
  /** 1, 2, 3 … without a gap. */
  seq: number
  at: number
  /** Who did it; null: the house, when a time had come. */
  person: string | null
  /** JSON of BoothEvent, shared/booth/life. */
  body: string
}

export interface BoothTables {
  booth: BoothTable
  booth_draft: BoothDraftTable
  booth_version: BoothVersionTable
  booth_event: BoothEventTable
}
