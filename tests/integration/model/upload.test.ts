// A city's file on its way into the hall: real tus client, real server, real child processes, real models.

import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyFolder, ROOT } from '../../support/paths.ts'
import { type ModelHouse, openModelHouse, send, uploadsOf } from './model-house.ts'
import { base64, create, cutOff, head, patch, roomOf } from './tus-steps.ts'

const fixture = (name: string) => readFile(join(ROOT, 'tests/fixtures/models', name))
const open: ModelHouse[] = []

async function house(over: Parameters<typeof openModelHouse>[1] = {}, folder = emptyFolder('models')) {
  const opened = await openModelHouse(folder, over)
  open.push(opened)
  return { ...opened, folder }
}

afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close()
})

const leftovers = (folder: string) => readdir(join(folder, 'models/uploads'))

describe('a model on its way to the booth', () => {
  it('[MODEL-1] a small model is ready after checking and optimising, as three files by content hash', async () => {
    const { origin, models, told, accepted, files, folder } = await house()
    const sent = await send(origin, 'qingdao', await fixture('diamond-clearcoat.glb'), '钻石.glb')
    expect(sent.status).toBe(204)
    await models.idle()
    expect(told.map(({ stage }) => stage)).toEqual(['queued', 'checking', 'optimising', 'ready'])
    expect(told.at(-1)).toMatchObject({ city: 'qingdao', name: '钻石.glb', report: { before: { bytes: 9960 } } })
    expect(accepted).toHaveLength(1)
    const { upload = '' } = accepted[0] ?? {}
    expect([await models.has('qingdao', upload), await models.has('jinan', upload)]).toEqual([true, false])
    const model = (await models.models([upload])).get(upload)
    for (const level of [model?.near, model?.mid, model?.far]) {
      const hash = level?.url.replace('/files/', '') ?? ''
      expect((await readFile(files.path(hash))).length).toBe(level?.bytes)
    }
    expect(await leftovers(folder)).toEqual([])
  })

  it('[MODEL-2] a bad file is refused with a code, shown to its city, and leaves nothing behind', async () => {
    const { origin, models, accepted, folder, files } = await house()
    await send(origin, 'qingdao', Buffer.from('This is a text, not a model.'), 'booth.glb')
    await models.idle()
    expect(await uploadsOf(origin, 'qingdao')).toMatchObject([
      { stage: 'refused', findings: [{ code: 'model.not-gltf' }] },
    ])
    expect(accepted).toEqual([])
    expect(await leftovers(folder)).toEqual([])
    expect(await readdir(join(folder, 'models/work'))).toEqual([])
    expect(await readdir(files.path('0'.repeat(64)).replace(/\/00\/0+$/, ''))).toEqual(['half'])
  })

  it('[MODEL-3] who is not of the city is refused before a byte is kept', async () => {
    const { origin, folder } = await house()
    const sent = await send(origin, 'qingdao', await fixture('diamond-clearcoat.glb'), 'a.glb', {
      headers: { 'x-city': 'jinan' },
    })
    expect(sent).toMatchObject({ status: 403, body: { code: 'person.not-allowed' } })
    expect(await leftovers(folder)).toEqual([])
    const reading = await fetch(`${origin}/api/models/qingdao`, { headers: { 'x-city': 'jinan' } })
    expect(reading.status).toBe(403)
  })

  it('[MODEL-3] a booth that is not there takes no upload', async () => {
    const { origin } = await house()
    const created = await create(origin, { 'Upload-Length': '100' }, 'atlantis')
    expect(created).toMatchObject({ status: 404, body: { code: 'booth.unknown' } })
  })

  it("[MODEL-3] another city's upload is neither continued, read nor ended", async () => {
    const { origin } = await house()
    const created = await create(origin, { 'Upload-Length': '100' })
    const url = origin + created.location
    for (const method of ['HEAD', 'PATCH', 'DELETE']) {
      const headers = { 'x-city': 'jinan', 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0' }
      const body = method === 'PATCH' ? { 'content-type': 'application/offset+octet-stream' } : {}
      const response = await fetch(url, { method, headers: { ...headers, ...body } })
      expect(response.status).toBe(403)
    }
  })

  it('[MODEL-4] a file over the limit is refused, also when its length is told later', async () => {
    const { origin, folder } = await house({ maxBytes: 5000 })
    const told = await send(origin, 'qingdao', new Uint8Array(6000), 'large.glb')
    expect(told).toMatchObject({ status: 413, body: { code: 'model.too-large' } })
    const created = await create(origin, { 'Upload-Defer-Length': '1' })
    const late = await patch(origin + created.location, new Uint8Array(6000), { 'Upload-Offset': '0' })
    expect(late).toMatchObject({ status: 413, body: { code: 'model.too-large' } })
    const kept = await leftovers(folder)
    expect(kept.length).toBeLessThanOrEqual(2)
  })

  it('[MODEL-4] [MODEL-85] a file of another type is refused by its name before it is sent, with how to export it', async () => {
    const { origin } = await house()
    const sent = (name: string) => send(origin, 'qingdao', new Uint8Array(10), name)
    expect(await sent('booth.exe')).toMatchObject({ status: 415, body: { code: 'model.wrong-type' } })
    expect(await sent('booth.max')).toMatchObject({ status: 415, body: { code: 'model.export-max' } })
    expect(await sent('展台.SKP')).toMatchObject({ status: 415, body: { code: 'model.export-sketchup' } })
  })

  it('[MODEL-24] a city that has used up its room is told how much, and takes no other city’s', async () => {
    const bytes = await fixture('diamond-clearcoat.glb')
    const { origin, models } = await house({ cityBytes: 3 * bytes.length })
    expect(await send(origin, 'qingdao', bytes, 'a.glb')).toMatchObject({ status: 204 })
    await models.idle()
    const refused = { status: 413, body: { code: 'model.quota', detail: { used: 0, limit: 0 } } }
    expect(await send(origin, 'qingdao', bytes, 'b.glb')).toMatchObject(refused)
    expect(await send(origin, 'jinan', new Uint8Array(4 * bytes.length), 'c.glb')).toMatchObject(refused)
    expect(await send(origin, 'jinan', bytes, 'd.glb')).toMatchObject({ status: 204 })
    await models.idle()
  })

  it('[MODEL-4] a city has at most five files under way', async () => {
    const { origin } = await house()
    for (let at = 0; at < 5; at++) expect((await create(origin, { 'Upload-Length': '100' })).status).toBe(201)
    expect(await create(origin, { 'Upload-Length': '100' })).toMatchObject({
      status: 429,
      body: { code: 'model.too-many' },
    })
    expect((await create(origin, { 'Upload-Length': '100' }, 'jinan')).status).toBe(201)
  })

  it('[MODEL-5] a full disk refuses an upload before it begins', async () => {
    const MB = 1024 * 1024
    // 256 MB stay free whatever comes.
    const { origin } = await house({ freeBytes: async () => 266 * MB })
    const small = await send(origin, 'qingdao', await fixture('diamond-clearcoat.glb'), 'a.glb')
    expect(small.status).toBe(204)
    expect((await create(origin, { 'Upload-Length': String(10 * MB) })).status).toBe(201)
    expect((await create(origin, { 'Upload-Length': String(10 * MB + 1) })).status).toBe(507)
    const { origin: full, folder } = await house({ freeBytes: async () => 0 })
    expect(await create(full, { 'Upload-Length': '100' })).toMatchObject({
      status: 507,
      body: { code: 'storage.full' },
    })
    expect(await leftovers(folder)).toEqual([])
  })

  it('[MODEL-5] a disk that fills up in the middle refuses the part; the upload goes on when there is room again', async () => {
    let free = 1e12
    const { origin, models, accepted, folder } = await house({ freeBytes: async () => free })
    const bytes = await fixture('diamond-clearcoat.glb')
    const created = await create(origin, { 'Upload-Length': String(bytes.length) })
    const path = join(folder, 'models/uploads', created.location.split('/').at(-1) ?? '')
    // Every write to /dev/full fails as on a full disk.
    await rm(path)
    await symlink('/dev/full', path)
    free = 0
    const failed = await patch(origin + created.location, bytes, { 'Upload-Offset': '0' })
    expect(failed).toMatchObject({ status: 507, body: { code: 'storage.full' } })
    await rm(path)
    await writeFile(path, '')
    free = 1e12
    expect(await patch(origin + created.location, bytes, { 'Upload-Offset': '0' })).toMatchObject({ status: 204 })
    await models.idle()
    expect(accepted).toHaveLength(1)
  })

  it('[MODEL-2] an upload that its sender ends leaves nothing and makes room for another', async () => {
    const { origin, folder } = await house()
    const made: string[] = []
    for (let at = 0; at < 5; at++) made.push((await create(origin, { 'Upload-Length': '100' })).location)
    const headers = { 'x-city': 'qingdao', 'Tus-Resumable': '1.0.0' }
    const ended = await fetch(origin + (made[0] ?? ''), { method: 'DELETE', headers })
    expect(ended.status).toBe(204)
    expect(await leftovers(folder)).toHaveLength(8)
    expect((await create(origin, { 'Upload-Length': '100' })).status).toBe(201)
  })

  it('[MODEL-19] an upload that nobody went on with for a day is forgotten; within the day it goes on', async () => {
    const folder = emptyFolder('models')
    const HOUR = 3_600_000
    const statusAfter = async (hours: number) => {
      const opened = await openModelHouse(folder, { clock: () => Date.now() + hours * HOUR })
      const headers = { 'x-city': 'qingdao', 'Tus-Resumable': '1.0.0' }
      const location = made ?? (made = (await create(opened.origin, { 'Upload-Length': '100' })).location)
      const { status } = await fetch(opened.origin + location, { method: 'HEAD', headers })
      await opened.close()
      return [status, (await leftovers(folder)).length]
    }
    let made: string | undefined
    expect([await statusAfter(0), await statusAfter(23)]).toEqual([
      [200, 2],
      [200, 2],
    ])
    expect(await statusAfter(25)).toEqual([404, 0])
  })

  it('[MODEL-6] an upload whose line is lost goes on where it was', async () => {
    const { origin, models, accepted } = await house()
    const bytes = await fixture('cloth-folds-draco.glb')
    const created = await create(origin, { 'Upload-Length': String(bytes.length) })
    const url = origin + created.location
    await cutOff(url, bytes.subarray(0, 100_000), bytes.length)
    const offset = await head(url)
    expect(offset).toBeGreaterThan(0)
    expect(offset).toBeLessThan(bytes.length)
    const rest = await patch(url, bytes.subarray(offset), { 'Upload-Offset': String(offset) })
    expect(rest.status).toBe(204)
    await models.idle()
    expect(accepted.map(({ city }) => city)).toEqual(['qingdao'])
  })

  it('[MODEL-6] one whose last byte came while the line was lost is taken when its sender asks, once, however often that is', async () => {
    const { origin, models, told, folder } = await house()
    const bytes = await fixture('diamond-clearcoat.glb')
    const { location } = await create(origin, { 'Upload-Length': String(bytes.length) })
    await writeFile(join(folder, 'models/uploads', location.split('/').at(-1) ?? ''), bytes)
    const offsets = await Promise.all([head(origin + location), head(origin + location)])
    await models.idle()
    expect(offsets).toEqual([bytes.length, bytes.length])
    expect(told.map(({ stage }) => stage)).toEqual(['queued', 'checking', 'optimising', 'ready'])
  })

  it('[MODEL-135] a model that was cut off is listed with what is here of it, until it is whole or thrown away', async () => {
    const { origin, models } = await house()
    const bytes = Buffer.alloc(300_000, 'no model')
    const modified = `,modified ${base64('1700000000000')}`
    const created = await create(origin, { 'Upload-Length': String(bytes.length) }, 'qingdao', modified)
    const url = origin + created.location
    const listed = async () => (await roomOf(origin)).open
    const sending = cutOff(url, bytes.subarray(0, 100_000), bytes.length)
    await expect.poll(async () => (await listed())[0]?.sending).toBe(true)
    await sending
    await expect.poll(async () => (await listed())[0]?.sending).toBe(false)
    const sent = await head(url)
    const upload = created.location.split('/').at(-1)
    const one = {
      upload,
      kind: 'model',
      name: 'a.glb',
      bytes: bytes.length,
      sent,
      modified: 1_700_000_000_000,
      sending: false,
    }
    expect(await listed()).toEqual([one])
    await create(origin, { 'Upload-Length': '100' }, 'jinan')
    const second = await create(origin, { 'Upload-Length': '100' })
    expect((await listed()).map(({ modified: told }) => told)).toEqual([null, 1_700_000_000_000])
    await fetch(origin + second.location, {
      method: 'DELETE',
      headers: { 'x-city': 'qingdao', 'Tus-Resumable': '1.0.0' },
    })
    expect(await listed()).toEqual([one])
    await patch(url, bytes.subarray(sent), { 'Upload-Offset': String(sent) })
    expect(await listed()).toEqual([])
    await models.idle()
  })

  it('[MODEL-136] how much of its room a city uses is told, with what is on its way', async () => {
    const { origin } = await house({ cityBytes: 5000 })
    const room = async () => {
      const { used, limit } = await roomOf(origin)
      return [used, limit]
    }
    expect(await room()).toEqual([0, 5000])
    await create(origin, { 'Upload-Length': '100' })
    expect(await room()).toEqual([100, 5000])
  })

  it('[MODEL-7] several files wait in line, each is told its place, and one is worked on at a time', async () => {
    const { origin, models, told, accepted } = await house()
    const bytes = await fixture('diamond-clearcoat.glb')
    for (const city of ['qingdao', 'jinan', 'yantai']) await send(origin, city, bytes, `${city}.glb`)
    await models.idle()
    expect(accepted.map(({ city }) => city)).toEqual(['qingdao', 'jinan', 'yantai'])
    const places = told.filter(({ city, stage }) => city === 'yantai' && stage === 'queued').map(({ place }) => place)
    expect(places.at(0)).toBeGreaterThanOrEqual(places.at(-1) ?? 99)
    expect(places.at(-1)).toBe(0)
    const working = told.filter(({ stage }) => stage !== 'queued').map(({ city }) => city)
    expect(working).toEqual([...working].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
  })
})

const ORDER = ['qingdao', 'jinan', 'yantai']
