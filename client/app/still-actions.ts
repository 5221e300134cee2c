// Pictures of models that the house can't take: taken here in the background, sent like any file of the city, then named. What
// fails is no matter for who sits here: it is tried again when the studio is opened the next time.

import type { Pictureless } from '../../shared/model/stills.ts'
import type { Taken } from '../hall/stills/take-stills.ts'
import type { Api } from '../net/api.ts'
import type { SentFile } from '../state/file-store.ts'

export interface StillDeps {
  readonly api: Pick<Api, 'post'>
  readonly send: (city: string, file: File) => Promise<SentFile>
  readonly take: (near: string) => Promise<Taken>
}

/** Takes what is missing of a city's models, one after the other; asked again meanwhile it does nothing more. */
export function stillTaker({ api, send, take }: StillDeps): (city: string) => Promise<void> {
  let busy = false
  const given = new Set<string>()
  const missing = async (city: string): Promise<Pictureless | undefined> => {
    const reply = await api.post('/api/booth/pictureless', { booth: city })
    return reply.ok ? reply.value.find(({ upload }) => !given.has(upload)) : undefined
  }
  return async (city) => {
    if (busy) return
    busy = true
    try {
      for (let one = await missing(city); one; one = await missing(city)) {
        given.add(one.upload)
        const { thumbnail, stills } = await take(one.near)
        const [small, ...sides] = await sendAll(city, [thumbnail, ...stills], send)
        const pictures = { thumbnail: small ?? '', stills: sides }
        await api.post('/api/booth/pictures', { booth: city, upload: one.upload, pictures })
      }
    } finally {
      busy = false
    }
  }
}

async function sendAll(city: string, pictures: readonly Blob[], send: StillDeps['send']): Promise<string[]> {
  const hashes: string[] = []
  for (const [at, picture] of pictures.entries()) {
    const ending = picture.type === 'image/webp' ? 'webp' : 'png'
    const sent = await send(city, new File([picture], `model-${at}.${ending}`, { type: picture.type }))
    if (!sent.ok) throw new Error(`a picture could not be sent: ${sent.code}`)
    hashes.push(sent.value.hash)
  }
  return hashes
}
