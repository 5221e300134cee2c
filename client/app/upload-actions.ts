// Uploads from the studio: starts, resumes and stops them, and writes their progress into the store.

import type { UploadStage } from '../../shared/model/progress.ts'
import type { Api } from '../net/api.ts'
import type { ModelUpload } from '../net/upload-model.ts'
import type { Stores } from '../state/stores.ts'
import { partOfFile, type UploadKind, uploadKey, withProgress, withRoom, withUpload } from '../state/upload-store.ts'
import type { Actions } from '../ui/actions.ts'

const UNDER_WAY: readonly UploadStage[] = ['queued', 'checking', 'optimising']

export function uploadActions(api: Api, { upload }: Stores): Omit<Actions['upload'], 'file' | 'pictures'> {
  const running = new Map<string, ModelUpload>()
  const start = (city: string, file: File, kind: UploadKind = 'model'): void => {
    const key = uploadKey(city, kind)
    void running.get(key)?.stop()
    const fresh = {
      id: null,
      city,
      kind,
      file: file.name,
      total: file.size,
      sent: 0,
      phase: 'sending',
      refusal: null,
      progress: null,
    } as const
    upload.setState((state) => ({ byCity: { ...state.byCity, [key]: fresh } }))
    const tell = (change: Parameters<typeof withUpload>[2]) =>
      upload.setState((state) => withUpload(state, key, change))
    void import('../net/upload-model.ts').then(
      ({ uploadModel }) => {
        // Cancelled, or another file chosen, while this part of the client was on its way.
        if (upload.getState().byCity[key] !== fresh) return
        const open = upload.getState().rooms[city]?.open ?? []
        running.set(key, uploadModel(city, file, tell, kind, partOfFile(open, file, kind)))
      },
      () => {
        running.set(key, { resume: () => start(city, file, kind), stop: () => Promise.resolve() })
        tell({ phase: 'failed', refusal: { code: 'line.none' } })
      },
    )
  }
  const list: Actions['upload']['list'] = async (city) => {
    const reply = await api.uploads(city)
    const { uploads } = reply.ok ? reply.value : { uploads: [] }
    if (reply.ok) upload.setState((state) => withRoom(state, city, reply.value))
    // What became of the upload shown while the line was lost; a page opened later shows the file that is worked on.
    const shown = uploads.find((one) => one.upload === upload.getState().byCity[city]?.id)
    const imported = reply.ok ? reply.value.imported : null
    if (imported) upload.setState((state) => withProgress(state, imported))
    const told = shown ?? uploads.slice(0, 1).find(({ stage }) => UNDER_WAY.includes(stage))
    if (told) upload.setState((state) => withProgress(state, told))
    return reply
  }
  return {
    start,
    list,
    async discard(city, id) {
      const { endUpload } = await import('../net/upload-model.ts')
      const refusal = await endUpload(id)
      await list(city)
      return refusal
    },
    resume(city, kind) {
      running.get(uploadKey(city, kind))?.resume()
    },
    stop(city, kind) {
      const key = uploadKey(city, kind)
      const stopped = running.get(key)?.stop()
      running.delete(key)
      upload.setState((state) => withUpload(state, key, { phase: 'stopped' }))
      void stopped?.then(() => list(city))
    },
  }
}
