// The models and whole contents of a city that are on their way: how much of each is here, and whether it comes just now.

import type { FileStore } from '@tus/file-store'
import type { OpenUpload } from '../../shared/model/progress.ts'
import type { UploadRow } from './model-store.ts'

export interface Senders {
  /** Bytes of this upload are coming, until the function is called that it answers. */
  begin(id: string): () => void
  has(id: string): boolean
}

/** Counts who sends just now: two lines may be at one upload while the first is not known to be dead. */
export function createSenders(): Senders {
  const lines = new Map<string, number>()
  return {
    begin: (id) => {
      lines.set(id, (lines.get(id) ?? 0) + 1)
      return () => {
        const left = (lines.get(id) ?? 1) - 1
        if (left > 0) lines.set(id, left)
        else lines.delete(id)
      }
    },
    has: (id) => lines.has(id),
  }
}

/** @param rows uploads that are not whole, the newest first */
export async function openUploads(
  rows: readonly UploadRow[],
  store: Pick<FileStore, 'getUpload'>,
  senders: Senders,
): Promise<OpenUpload[]> {
  const found: OpenUpload[] = []
  for (const { id, kind, name, bytes } of rows) {
    // One that is ended just now has no file any more.
    const upload = await store.getUpload(id).catch(() => undefined)
    if (!upload || bytes === null || kind === 'file') continue
    const told = Number(upload.metadata?.modified)
    const modified = Number.isSafeInteger(told) && told > 0 ? told : null
    found.push({ upload: id, kind, name, bytes, sent: upload.offset, modified, sending: senders.has(id) })
  }
  return found
}
