// Pictures of a model: taken by the real packed browser of what we wrote, after the model is live; and how that is queued.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { unpackBrowser } from '../../../models/pipeline/stills/browser.ts'
import { withBrowser } from '../../../models/pipeline/stills/devtools.ts'
import { type Pictures, takePictures } from '../../../models/pipeline/stills/take.ts'
import { createModelStore } from '../../../server/model/model-store.ts'
import type { BoothModel } from '../../../shared/booth/booth.ts'
import { STILL, STILLS, THUMBNAIL } from '../../../shared/model/stills.ts'
import { CACHE, emptyFolder, ROOT } from '../../support/paths.ts'
import { type ModelHouse, openModelHouse, send } from './model-house.ts'

const open: ModelHouse[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const house of open.splice(0)) await house.close()
})

async function house(folder: string, over: Parameters<typeof openModelHouse>[1]) {
  const opened = await openModelHouse(folder, over)
  open.push(opened)
  return opened
}

const PICTURES: Pictures = {
  thumbnail: Buffer.from('small'),
  stills: Array.from({ length: STILLS }, (_, at) => Buffer.from(`side ${at}`)),
}

/** Models that are live already, as a former version or a fall left them. */
async function keepModels(folder: string, ...names: readonly string[]): Promise<void> {
  const { db, files, close } = await openModelHouse(folder)
  for (const [at, name] of names.entries()) {
    const hash = await files.put(Buffer.from(name))
    const level = { url: `/files/${hash}`, bytes: name.length, triangles: 1 }
    const model: BoothModel = { hash, near: level, mid: level, far: level, size: { x: 1, y: 1, z: 1 } }
    const row = { city: 'qingdao', person: 'someone', name, bytes: 1, kind: 'model' } as const
    await createModelStore(db).add({ ...row, id: name }, at)
    await createModelStore(db).change(name, { stage: 'ready' }, at)
    await createModelStore(db).keep({ id: name, city: 'qingdao' }, model, at)
  }
  await close()
}

/** Processes of a browser that has its home there (Linux). */
async function browsersIn(place: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(`--user-data-dir=${place}`))
}

describe('pictures of a model', () => {
  it('[MODEL-140] are taken once it is live, small and from six sides, in the hall’s light on warm ground', async () => {
    const files = await unpackBrowser(CACHE)
    const place = emptyFolder('stills-home')
    vi.stubEnv('TMPDIR', place)
    const improved: string[] = []
    const { models, origin, accepted, ...rest } = await house(emptyFolder('stills'), {
      pictures: (glb, signal) => takePictures(glb, files, signal),
      onImproved: async (city, hash) => void improved.push(`${city} ${hash}`),
    })
    const gem = await readFile(join(ROOT, 'tests/fixtures/models/diamond-clearcoat.glb'))
    await send(origin, 'qingdao', gem, 'gem.glb')
    await models.idle()
    const upload = accepted[0]?.upload ?? ''
    expect((await models.models([upload])).get(upload)).not.toHaveProperty('stills')
    await models.done()
    const model = (await models.models([upload])).get(upload)
    expect(improved).toEqual([`qingdao ${model?.hash}`])
    const read = async (hash = '') => sharp(await readFile(rest.files.path(hash)))
    expect(await (await read(model?.thumbnail)).metadata()).toMatchObject({ format: 'webp', ...THUMBNAIL })
    expect(new Set(model?.stills).size).toBe(STILLS)
    for (const hash of model?.stills ?? []) {
      expect(await (await read(hash)).metadata()).toMatchObject({ format: 'webp', ...STILL })
      const { channels, dominant } = await (await read(hash)).stats()
      expect(dominant.r).toBeGreaterThan(180)
      expect(dominant.r).toBeGreaterThan(dominant.b)
      // The gem is there: pale air alone has no such blue.
      expect(channels[0]?.min).toBeLessThan(90)
    }
    expect((await readdir(place)).filter((name) => name.includes('browser'))).toEqual([])
    expect(await browsersIn(place)).toEqual([])
  })

  it('[MODEL-142] one model after the other, newest first; a fall of the browser is logged and leaves the others', async () => {
    const folder = emptyFolder('stills-queue')
    await keepModels(folder, 'first', 'second', 'third')
    const asked: string[] = []
    let working = 0
    const first = await house(folder, {
      pictures: async (glb) => {
        expect(++working).toBe(1)
        asked.push(Buffer.from(glb).toString())
        await new Promise((resolve) => setTimeout(resolve, 5))
        working--
        if (asked.length === 2) throw new Error('the browser ended')
        return PICTURES
      },
    })
    await first.models.done()
    expect(asked).toEqual(['third', 'second', 'first'])
    expect(await first.models.pictureless('qingdao')).toMatchObject([{ upload: 'second' }])
    const made = await first.models.models(['first', 'second', 'third'])
    expect([...made.values()].filter(({ stills }) => stills?.length === STILLS)).toHaveLength(2)
    await first.close()
    open.pop()

    asked.length = 2
    const again = await house(folder, {
      pictures: async (glb) => {
        asked.push(Buffer.from(glb).toString())
        return PICTURES
      },
    })
    await again.models.done()
    expect(asked.slice(2)).toEqual(['second'])
  })

  it('[MODEL-143] a stop ends what is under way, and the next start takes it up', async () => {
    const folder = emptyFolder('stills-stop')
    await keepModels(folder, 'one')
    const asked = vi.fn()
    const first = await house(folder, {
      pictures: (_glb, signal) =>
        new Promise((_resolve, reject) => {
          asked()
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    })
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    open.pop()
    await first.close()
    const again = await house(folder, { pictures: async () => PICTURES })
    await again.models.done()
    expect((await again.models.models(['one'])).get('one')?.stills).toHaveLength(STILLS)
  })

  it('[MODEL-144] are let go of with their model, and kept as long as it', async () => {
    const folder = emptyFolder('stills-go')
    await keepModels(folder, 'one')
    const { models } = await house(folder, { pictures: async () => PICTURES })
    await models.done()
    const { thumbnail = '', stills = [] } = (await models.models(['one'])).get('one') ?? {}
    const named = (...uploads: readonly string[]) => ({ uploads: new Set(uploads), files: new Set<string>() })
    const held = await models.release(named('one'), 1e15)
    expect([thumbnail, ...stills].every((hash) => held.has(hash))).toBe(true)
    expect((await models.release(named(), 1e15)).size).toBe(0)
  })

  it('[MODEL-143] the browser and its whole family end with the work, also when that is cut off', async () => {
    const files = await unpackBrowser(CACHE)
    const place = emptyFolder('stills-cut')
    vi.stubEnv('TMPDIR', place)
    const cut = new AbortController()
    const work = withBrowser(files, cut.signal, async ({ ask }) => {
      await ask('Browser.getVersion')
      expect((await browsersIn(place)).length).toBeGreaterThan(0)
      cut.abort()
      await ask('Browser.getVersion')
    })
    await expect(work).rejects.toThrow('the browser ended (SIGKILL)')
    await vi.waitFor(async () => expect(await browsersIn(place)).toEqual([]))
    expect(await readdir(place)).toEqual([])
  })

  it('[MODEL-143] a browser that is none is a fault in words, and ends', async () => {
    const taking = (path: string) => takePictures(new Uint8Array(), { path, env: {} }, new AbortController().signal)
    await expect(taking('/bin/true')).rejects.toThrow('the browser ended')
    await expect(taking('/nowhere/chromium')).rejects.toThrow('the browser ended')
  })

  it('[MODEL-155] where no browser runs, or it failed, the studio is asked for them; it names files of its own city only', async () => {
    const folder = emptyFolder('stills-studio')
    await keepModels(folder, 'one')
    const onImproved = vi.fn(async () => {})
    const { models, files, db } = await house(folder, { pictures: null, onImproved })
    expect(await models.pictureless('jinan')).toEqual([])
    const [wanted] = await models.pictureless('qingdao')
    expect(wanted).toMatchObject({ upload: 'one', near: expect.stringMatching(/^\/files\/[0-9a-f]{64}$/) })
    const store = createModelStore(db)
    const hashes: string[] = []
    for (const bytes of [PICTURES.thumbnail, ...PICTURES.stills]) {
      const hash = await files.put(bytes)
      hashes.push(hash)
      const file = { hash, kind: 'picture', name: 'a.webp', bytes: bytes.length, width: 1, height: 1 } as const
      if (hashes.length <= STILLS) await store.keepFile('qingdao', file, 1)
      else await store.keepFile('jinan', file, 1)
    }
    const [thumbnail = '', ...stills] = hashes
    expect(await models.addPictures('qingdao', 'one', { thumbnail, stills })).toBe(false)
    const last = { hash: stills.at(-1) ?? '', kind: 'picture', name: 'a.webp', bytes: 1, width: 1, height: 1 } as const
    await store.keepFile('qingdao', last, 1)
    expect(await models.addPictures('jinan', 'one', { thumbnail, stills })).toBe(false)
    expect(await models.addPictures('qingdao', 'one', { thumbnail, stills })).toBe(true)
    expect(onImproved).toHaveBeenCalledOnce()
    expect((await models.models(['one'])).get('one')).toMatchObject({ thumbnail, stills })
    expect(await models.pictureless('qingdao')).toEqual([])
  })
})
