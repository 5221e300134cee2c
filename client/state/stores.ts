// All stores of the client, made together. Views read them by the hooks of ui/use-app.tsx; only compose.ts and net write them.

import type { StoreApi } from 'zustand/vanilla'
import type { Language } from '../../shared/protocol/parts.ts'
import { type ConnectionState, createConnectionStore } from './connection-store.ts'
import { createFileStore, type FileState } from './file-store.ts'
import { createHallStore, type HallState } from './hall-store.ts'
import { LivePoses } from './live-poses.ts'
import { createNoticeStore, type NoticeState } from './notice-store.ts'
import { createPersonStore, type PersonState } from './person-store.ts'
import { createSessionStore, type SessionSlot } from './session-store.ts'
import { createSettingsStore, type Settings, type Shelf } from './settings-store.ts'
import { createStudioStore, type StudioState } from './studio-store.ts'
import { createUploadStore, type UploadState } from './upload-store.ts'

/** The stores' nouns and what each holds. */
export interface Nouns {
  person: PersonState
  hall: HallState
  session: SessionSlot
  connection: ConnectionState
  settings: Settings
  studio: StudioState
  upload: UploadState
  file: FileState
  notice: NoticeState
}

export type NounStores = { readonly [N in keyof Nouns]: StoreApi<Nouns[N]> }

export type Stores = NounStores & {
  /** Not a store: frames read it, React never hears of it. */
  readonly live: LivePoses
}

export function createStores(shelf: Shelf, first: (saved: string | null) => Language): Stores {
  return {
    person: createPersonStore(),
    hall: createHallStore(),
    session: createSessionStore(),
    connection: createConnectionStore(),
    settings: createSettingsStore(shelf, first),
    studio: createStudioStore(),
    upload: createUploadStore(),
    file: createFileStore(),
    notice: createNoticeStore(),
    live: new LivePoses(),
  }
}
