// Pictures of models taken in the studio, where the house has no browser.

import { describe, expect, it, vi } from 'vitest'
import { stillTaker } from '../../../client/app/still-actions.ts'
import type { Taken } from '../../../client/hall/stills/take-stills.ts'
import type { Api } from '../../../client/net/api.ts'
import type { SentFile } from '../../../client/state/file-store.ts'

const webp = (text: string) => new Blob([text], { type: 'image/webp' })
const TAKEN: Taken = { thumbnail: webp('small'), stills: ['a', 'b', 'c', 'd', 'e', 'f'].map(webp) }

function studio(missing: readonly string[], take = async (_near: string) => TAKEN) {
  const posted: unknown[] = []
  const post = vi.fn(async (path: string, body: unknown) => {
    if (path === '/api/booth/pictures') posted.push(body)
    return { ok: true, value: missing.map((upload) => ({ upload, near: `/files/${upload}` })) }
  })
  const send = async (_city: string, file: File): Promise<SentFile> => {
    const hash = `hash of ${await file.text()} ${file.name}`
    return { ok: true, value: { hash, kind: 'picture', name: file.name, bytes: file.size, width: 1, height: 1 } }
  }
  return { pictures: stillTaker({ api: { post: post as unknown as Api['post'] }, send, take }), posted, post }
}

describe('pictures of models in the studio', () => {
  it('[UI-141] are taken of each that lacks them, sent as files and named, the small one first', async () => {
    const { pictures, posted } = studio(['one', 'two'])
    await pictures('qingdao')
    expect(posted).toMatchObject([
      { booth: 'qingdao', upload: 'one', pictures: { thumbnail: 'hash of small model-0.webp' } },
      { booth: 'qingdao', upload: 'two' },
    ])
    const [first] = posted as { pictures: { stills: string[] } }[]
    expect(first?.pictures.stills).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => `hash of ${name} model-${at + 1}.webp`),
    )
  })

  it('[UI-141] a model whose pictures fail is left, and taken up no more in this page; two at once are one', async () => {
    const take = vi.fn(async (near: string) => {
      if (near.endsWith('one')) throw new Error('no WebGL')
      return TAKEN
    })
    const { pictures, posted } = studio(['one', 'two'], take)
    await expect(pictures('qingdao')).rejects.toThrow('no WebGL')
    await Promise.all([pictures('qingdao'), pictures('qingdao')])
    expect(posted).toMatchObject([{ upload: 'two' }])
    expect(take).toHaveBeenCalledTimes(2)
  })
})
