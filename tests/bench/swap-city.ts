// A city's staff in the swap bench: signs in by the start's link, uploads as the studio does, brings an earlier version back.

import { Upload } from 'tus-js-client'
import { type CityUploads, MODELS_PATH, UPLOAD_PATH } from '../../shared/model/progress.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import { createPerson, valueOf } from '../support/person-client.ts'
import { sleep } from './measure.ts'

export interface Staff {
  /** Resolves when the last byte has been answered. */
  upload(name: string, bytes: Uint8Array): Promise<void>
  /** The number of the version that the hall shows. */
  shown(): Promise<number>
  show(n: number): Promise<void>
  /** What has become of the upload that came last, in words. */
  newest(): Promise<string>
}

/** The operator lets cities show what they like: nobody sits at the desk of a bench. */
export async function withoutReview(origin: string, link: string): Promise<void> {
  const operator = createPerson(origin)
  valueOf(await operator.post('/api/sign-in/link', { token: new URL(link).hash.slice(1) }))
  valueOf(await operator.post('/api/house', { review: false }))
}

export async function cityStaff(origin: string, link: string, city: string): Promise<Staff> {
  const person = createPerson(origin)
  valueOf(await person.post('/api/sign-in/link', { token: new URL(link).hash.slice(1) }))
  const life = async () => valueOf(await person.post('/api/booth/draft', { booth: city })).life
  return {
    upload: (filename, bytes) =>
      new Promise((resolve, reject) => {
        const upload = new Upload(Buffer.from(bytes), {
          endpoint: origin + UPLOAD_PATH,
          metadata: { city, filename },
          headers: { cookie: person.cookie(), origin },
          chunkSize: 8 * 1024 * 1024,
          retryDelays: null,
          onSuccess: () => resolve(),
          onError: reject,
        })
        upload.start()
      }),
    newest: async () => {
      const reply = await fetch(`${origin}${MODELS_PATH}/${city}`, { headers: { cookie: person.cookie(), origin } })
      const { uploads } = valueOf((await reply.json()) as Reply<CityUploads>)
      return JSON.stringify(uploads[0])
    },
    shown: async () => (await life()).shown ?? 0,
    show: async (n) => {
      if ((await life()).shown === n) return
      for (;;) {
        const reply = await person.post('/api/booth/command', { booth: city, command: { type: 'show', n } })
        if (reply.ok) return
        if (reply.code !== 'wire.too-often') throw new Error(`not shown: ${reply.code}`)
        await sleep(500)
      }
    },
  }
}
