// A city's file on its way: sent like a model, then waited for until the server has looked at it.

import { kindOfName } from '../../shared/booth/files.ts'
import type { ModelProgress } from '../../shared/model/progress.ts'
import type { SentFile } from '../state/file-store.ts'
import type { Stores } from '../state/stores.ts'
import type { UploadRefusal } from '../state/upload-store.ts'

/** Longest wait for the server's look at a file that it has, milliseconds: the queue may be long. */
const LOOK_MS = 180_000

/** @param later as `setTimeout` @param onSent hears how much of it is sent, percent */
export function sendFile(
  city: string,
  file: File,
  { file: store }: Pick<Stores, 'file'>,
  later: (then: () => void, ms: number) => ReturnType<typeof setTimeout>,
  onSent: (percent: number) => void = () => {},
): Promise<SentFile> {
  if (kindOfName(file.name) === null) return Promise.resolve({ ok: false, code: 'model.file-type' })
  return new Promise((done) => {
    let id = ''
    const failed = (refusal: UploadRefusal) => done({ ok: false, ...refusal })
    const look = () => {
      const waited = later(() => end({ code: 'line.slow' }), LOOK_MS)
      const end = (with_: UploadRefusal | ModelProgress) => {
        clearTimeout(waited)
        stop()
        if ('code' in with_) failed(with_)
        else done(outcomeOf(with_))
      }
      const seen = (ended: Readonly<Record<string, ModelProgress>>) => {
        const progress = ended[id]
        if (progress) end(progress)
      }
      const stop = store.subscribe((state) => seen(state.ended))
      // It may have been told before the last byte was acknowledged.
      seen(store.getState().ended)
    }
    void import('../net/upload-model.ts').then(
      ({ uploadModel }) => {
        const tell: Parameters<typeof uploadModel>[2] = (change) => {
          id = change.id ?? id
          if (change.sent !== undefined && change.total) onSent(Math.floor((100 * change.sent) / change.total))
          if (change.phase === 'sent') look()
          if (change.phase === 'failed') failed(change.refusal ?? { code: 'line.none' })
        }
        uploadModel(city, file, tell, 'file')
      },
      () => failed({ code: 'line.none' }),
    )
  })
}

function outcomeOf({ file, findings }: ModelProgress): SentFile {
  if (file) return { ok: true, value: file }
  const [why] = findings ?? []
  return { ok: false, ...(why ?? { code: 'wire.fault' }) }
}
