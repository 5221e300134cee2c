// What became of a city's files (pictures, PDFs, films) on their way up, by upload: whoever sent one waits for it here.

import { createStore } from 'zustand/vanilla'
import type { CityFile } from '../../shared/booth/files.ts'
import type { ModelProgress } from '../../shared/model/progress.ts'
import type { UploadRefusal } from './upload-store.ts'

export interface FileState {
  /** Only what is ready or refused. */
  readonly ended: Readonly<Record<string, ModelProgress>>
}

/** A file as it is kept, or why not; codes as of an upload. */
export type SentFile = { readonly ok: true; readonly value: CityFile } | ({ readonly ok: false } & UploadRefusal)

export const createFileStore = () => createStore<FileState>(() => ({ ended: {} }))

export const withFile = (state: FileState, progress: ModelProgress): FileState =>
  progress.stage === 'ready' || progress.stage === 'refused'
    ? { ended: { ...state.ended, [progress.upload]: progress } }
    : state
