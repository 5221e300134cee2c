// Uploads from the studio: starts, resumes and stops them, and writes their progress into the store.

import type { Api } from '../net/api.ts'
import type { ModelUpload } from '../net/upload-model.ts'
import type { Stores } from '../state/stores.ts'
import { withUpload } from '../state/upload-store.ts'
import type { Actions } from '../ui/actions.ts'

export function uploadActions(api: Api, { upload }: Stores): Actions['upload'] {
  const running = new Map<string, ModelUpload>()
  return {
    list: (city) => api.uploads(city),
    start(city, file) {
      running.get(city)?.stop()
      const fresh = {
        city,
        file: file.name,
        total: file.size,
        sent: 0,
        phase: 'sending',
        refusal: null,
        progress: null,
      } as const
      upload.setState((state) => ({ byCity: { ...state.byCity, [city]: fresh } }))
      const tell = (change: Parameters<typeof withUpload>[2]) =>
        upload.setState((state) => withUpload(state, city, change))
      void import('../net/upload-model.ts').then(({ uploadModel }) => {
        running.set(city, uploadModel(city, file, tell))
      })
    },
    resume(city) {
      running.get(city)?.resume()
    },
    stop(city) {
      running.get(city)?.stop()
      running.delete(city)
      upload.setState((state) => withUpload(state, city, { phase: 'stopped' }))
    },
  }
}
