// One model's way to the server, or another file's: resumable (tus), with progress; a lost line waits and goes on by itself, a refusal ends it.

import { DetailedError, Upload } from 'tus-js-client'
import { UPLOAD_PATH } from '../../shared/model/progress.ts'
import type { Upload as Shown, UploadKind, UploadRefusal } from '../state/upload-store.ts'

export interface ModelUpload {
  /** After it failed: from where it stopped. */
  resume(): void
  /** Resolves once the server has thrown away what it had, or could not be asked to. */
  stop(): Promise<void>
}

const CHUNK = 8 * 1024 * 1024
const RETRY_DELAYS = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000]

export type SentKind = UploadKind | 'file'

/**
 * @param tell hears every change of what the studio shows
 * @param kind `file`: a picture, PDF or film; `import`: a city's whole content
 * @param goOn the server's upload of which a part of this file is there already
 */
export function uploadModel(
  city: string,
  file: File,
  tell: (change: Partial<Shown>) => void,
  kind: SentKind = 'model',
  goOn: string | null = null,
): ModelUpload {
  let whole = false
  const upload = new Upload(file, {
    endpoint: UPLOAD_PATH,
    chunkSize: CHUNK,
    retryDelays: RETRY_DELAYS,
    metadata: { city, filename: file.name, kind, modified: String(file.lastModified) },
    ...(goOn && { uploadUrl: `${UPLOAD_PATH}/${goOn}` }),
    removeFingerprintOnSuccess: true,
    onUploadUrlAvailable: () => tell({ id: upload.url?.split('/').at(-1) ?? null }),
    onProgress: (sent, total) => tell({ phase: 'sending', sent, total, refusal: null }),
    onSuccess: () => {
      whole = true
      tell({ phase: 'sent', sent: file.size, total: file.size })
    },
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      const again = status === 0 || status >= 500 || status === 409 || status === 423
      if (again) tell({ phase: 'waiting' })
      return again
    },
    onError: (error) => tell({ phase: 'failed', refusal: refusalOf(error) }),
  })
  void upload.findPreviousUploads().then((all) => {
    // This browser's memory goes by the file alone: the same one may have been on its way to another booth.
    const previous = all.find(({ metadata }) => metadata.city === city && metadata.kind === kind)
    if (previous && !goOn) upload.resumeFromPreviousUpload(previous)
    upload.start()
  })
  return {
    resume() {
      tell({ phase: 'sending', refusal: null })
      upload.start()
    },
    // What is whole is the server's: there is nothing left to stop, and asking for it would be refused.
    stop: () => (whole ? Promise.resolve() : upload.abort(true).catch(() => {})),
  }
}

/** Throws away what the server has of an upload; one that is gone already counts. */
export async function endUpload(id: string): Promise<UploadRefusal | null> {
  try {
    await Upload.terminate(`${UPLOAD_PATH}/${id}`, { retryDelays: [0, 1000] })
    return null
  } catch (error) {
    const refusal = error instanceof Error ? refusalOf(error) : { code: 'line.none' }
    return refusal.code === 'wire.not-found' ? null : refusal
  }
}

/** The server's refusal out of the answer's body, else that the line failed. */
function refusalOf(error: Error | DetailedError): UploadRefusal {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined
  try {
    const reply: unknown = JSON.parse(body ?? '')
    if (typeof reply === 'object' && reply !== null && 'code' in reply) return reply as UploadRefusal
  } catch {
    // No JSON: a proxy's page, or nothing at all.
  }
  return { code: 'line.none' }
}
