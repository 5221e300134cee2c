// A city's whole content as one zip: taken along from a real server, brought in again there and at another booth through real uploads
// and real children. What of a zip is refused is tested where it is unpacked.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readZip } from '../../../models/pipeline/guard/zip.ts'
import type { Manifest } from '../../../shared/booth/bundle.ts'
import { type BoothContent, EMPTY_CONTENT, SECTIONS } from '../../../shared/booth/content.ts'
import type { BoothCommand } from '../../../shared/booth/life.ts'
import type { CityUploads, ModelProgress } from '../../../shared/model/progress.ts'
import type { Bases, BoothStudio, PostBody } from '../../../shared/protocol/http.ts'
import { asJson, bundle, sha256, zipped } from '../../support/bundle.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { emptyFolder, ROOT } from '../../support/paths.ts'
import { type PersonClient, valueOf } from '../../support/person-client.ts'
import { openModelHouse, send } from '../model/model-house.ts'

const MODEL = join(ROOT, 'tests/fixtures/models/diamond-clearcoat.glb')
let house: House
let city: PersonClient
let desk: PersonClient
let told: ModelProgress[]

beforeAll(async () => {
  house = await openHouse()
  ;[city, desk] = [await house.staff('qingdao'), await house.staff('operator')]
  told = []
  await desk.connect()
  desk.on('model:progressed', (progress) => told.push(progress))
})
afterAll(() => house.close())

const sent = async (booth: string, bytes: Uint8Array | string, filename: string, kind: string, who = desk) => {
  const from = told.length
  const metadata = { city: booth, filename, kind }
  const over = { metadata, headers: { cookie: who.cookie(), origin: house.url } }
  const answer = await send(house.url, booth, Buffer.from(bytes), filename, over)
  if (answer.status !== 204) return { refused: answer.body?.code }
  const end = () => told.slice(from).find(({ name, stage }) => name === filename && /ready|refused/.test(stage))
  await vi.waitFor(() => expect(end()).toBeDefined(), { timeout: 60_000, interval: 50 })
  return must(end())
}
const studio = async (booth: string): Promise<BoothStudio> => valueOf(await desk.post('/api/booth/draft', { booth }))
const draft = async (booth: string) => {
  const { sections } = await studio(booth)
  return Object.fromEntries(SECTIONS.map((name) => [name, sections[name].body])) as unknown as BoothContent
}
const bases = async (booth: string) => {
  const { sections } = await studio(booth)
  return Object.fromEntries(SECTIONS.map((name) => [name, sections[name].revision])) as unknown as Bases
}
const save = async (booth: string, section: keyof BoothContent, body: unknown) => {
  const base = (await studio(booth)).sections[section].revision
  valueOf(await desk.post('/api/booth/save', { booth, base, save: { section, body } as never }))
}
const exported = async (booth = 'qingdao', who = city) => {
  const response = await fetch(`${house.url}/api/booth/${booth}/export`, { headers: { cookie: who.cookie() } })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}
const manifestIn = (files: ReadonlyMap<string, Uint8Array>): Manifest =>
  JSON.parse(Buffer.from(must(files.get('manifest.json'))).toString('utf8')) as Manifest

const both = (zh: string, en = '') => ({ zh, en })
const command = (asked: BoothCommand) => desk.post('/api/booth/command', { booth: 'qingdao', command: asked })
const importedAs = (booth: string, upload: string, who = city) =>
  who.post('/api/booth/imported', { booth, upload } as PostBody<'/api/booth/imported'>)
const bringIn = (upload: string, on: Bases, booth = 'qingdao') =>
  city.post('/api/booth/bring-in', { booth, upload, bases: on } as PostBody<'/api/booth/bring-in'>)

let whole: Uint8Array
let content: BoothContent

describe('a city’s whole content', () => {
  it('[BOOTH-26] from another house its model and pictures go the way of every upload, and get names of their own', async () => {
    const given = bundle(await readFile(MODEL), {}, 'm')
    const { upload, stage, kind } = (await sent('qingdao', zipped(given), '潍坊.zip', 'import', city)) as ModelProgress
    expect([stage, kind]).toEqual(['ready', 'import'])
    const stages = told.filter(({ name }) => name === '潍坊.zip').map((one) => one.stage)
    expect([...new Set(stages)]).toEqual(['queued', 'checking', 'optimising', 'ready'])
    expect((await draft('qingdao')).model.upload).toBe(null)
    expect(valueOf(await importedAs('qingdao', upload))).toMatchObject({ city: 'weifang', made: 1_700_000_000_000 })
    valueOf(await bringIn(upload, await bases('qingdao')))
    content = await draft('qingdao')
    expect(content.front.opening).toEqual(given.content.front.opening)
    expect(content.model).toMatchObject({ x: 1, upload: expect.not.stringMatching('elsewhere') })
    const logo = must(content.front.logo).file
    expect(logo).not.toBe(must(given.content.front.logo).file)
    const served = await fetch(`${house.url}/files/${logo}`)
    expect(await sharp(Buffer.from(await served.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 80 })
  })

  it('[BOOTH-24] is taken along as one zip: draft, shown version, files, the model as uploaded, each with its hash', async () => {
    valueOf(await command({ type: 'submit', showAt: null }))
    valueOf(await command({ type: 'approve', n: 1 }))
    const { response, bytes } = await exported()
    whole = bytes
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="parlor-qingdao-\d{4}-\d\d-\d\d.zip"$/,
    )
    const files = readZip(bytes)
    const manifest = manifestIn(files)
    expect(manifest).toMatchObject({ format: 'parlor-booth', version: 1, city: 'qingdao', shown: { n: 1 } })
    expect(manifest.model).toMatchObject({ path: 'model/source.glb', name: '展台.glb', bytes: 9960, unit: 'm' })
    expect(manifest.files.map(({ path }) => path.replace(/[0-9a-f]{64}/, 'HASH')).sort()).toEqual([
      'files/HASH.pdf',
      'files/HASH.webp',
    ])
    const listed = [manifest.content, must(manifest.shown), must(manifest.model), ...manifest.files]
    for (const { path, sha256: hash, bytes: size } of listed) {
      const file = must(files.get(path))
      expect([path, sha256(file), file.length]).toEqual([path, hash, size])
    }
    expect([...files.keys()].sort()).toEqual([...listed.map(({ path }) => path), 'manifest.json'].sort())
    expect(JSON.parse(Buffer.from(must(files.get('content.json'))).toString())).toEqual(content)
  })

  it('[BOOTH-24] is its staff’s and the operator’s alone', async () => {
    for (const [who, booth, status] of [
      [house.person(), 'qingdao', 401],
      [await house.visitor(), 'qingdao', 403],
      [city, 'jinan', 403],
      [desk, 'atlantis', 404],
    ] as const)
      expect((await exported(booth, who)).response.status).toBe(status)
    expect((await exported('jinan', desk)).response.status).toBe(200)
    expect(await importedAs('qingdao', 'upload-0001', await house.visitor())).toMatchObject({
      code: 'person.not-allowed',
    })
    expect(await importedAs('qingdao', 'upload-0001')).toMatchObject({ code: 'booth.import-gone' })
  })

  it('[BOOTH-25] comes into the draft in one step where nothing was changed meanwhile, with what is here already as it is', async () => {
    const before = await bases('qingdao')
    await save('qingdao', 'front', { ...EMPTY_CONTENT.front, opening: both('新') })
    await save('qingdao', 'spots', [])
    const { upload, stage } = (await sent('qingdao', whole, '带走.zip', 'import', city)) as ModelProgress
    expect(stage).toBe('ready')
    expect(valueOf(await importedAs('qingdao', upload))).toMatchObject({ city: 'qingdao', content })
    expect(await importedAs('jinan', upload, desk)).toMatchObject({ code: 'booth.import-gone' })
    const now = await bases('qingdao')
    expect(await bringIn(upload, { ...now, spots: before.spots })).toMatchObject({ code: 'booth.changed-meanwhile' })
    expect((await draft('qingdao')).front.opening.zh).toBe('新')
    const listed = async () => {
      const headers = { cookie: city.cookie(), origin: house.url }
      const response = await fetch(`${house.url}/api/models/qingdao`, { headers })
      return ((await response.json()) as { value: CityUploads }).value
    }
    expect(await listed()).toMatchObject({ imported: { upload, stage: 'ready' }, uploads: [{ name: '展台.glb' }] })
    // A section that says the same is not written: it may be on any number.
    expect(await bringIn(upload, { ...now, model: 99 })).toMatchObject({ ok: true })
    expect(await draft('qingdao')).toEqual(content)
    expect(await listed()).toMatchObject({ imported: null })
    expect(await bringIn(upload, now)).toMatchObject({ code: 'booth.import-gone' })
  })

  it('[BOOTH-27] is refused as a whole for one part, which is named with its reason; the draft stays as it is', async () => {
    const before = await bases('qingdao')
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const logo = { file: sha256(page), alt: both('') }
    const evil = bundle(undefined, { front: { ...EMPTY_CONTENT.front, logo }, spots: [] })
    const manifest = manifestIn(new Map(Object.entries(evil.files)))
    const entry = { path: 'files/evil.webp', sha256: sha256(page), bytes: page.length }
    const zip = zipped(evil, { 'files/evil.webp': page, 'manifest.json': asJson({ ...manifest, files: [entry] }) })
    const answer = (await sent('qingdao', zip, 'evil.zip', 'import')) as ModelProgress
    expect(answer).toMatchObject({
      stage: 'refused',
      findings: [{ code: 'model.import-part', detail: { name: 'evil.webp' } }, { code: 'model.file-not-picture' }],
    })
    expect(await importedAs('qingdao', answer.upload)).toMatchObject({ code: 'booth.import-gone' })
    const other = zipSync({ 'a.glb': new Uint8Array(9) })
    expect(await sent('qingdao', other, 'other.zip', 'import')).toMatchObject({
      stage: 'refused',
      findings: [{ code: 'model.import-not-ours' }],
    })
    expect(await sent('qingdao', whole, 'a.rar', 'import')).toEqual({ refused: 'model.import-type' })
    expect(await bases('qingdao')).toEqual(before)
  })

  it('[BOOTH-27] [MODEL-24] is refused where what is new in it does not fit into the city’s room, however small its zip is', async () => {
    const small = await openModelHouse(emptyFolder('small'), { cityBytes: 20_000 })
    const zip = zipSync(bundle(Buffer.alloc(50_000)).files as Zippable)
    const metadata = { city: 'qingdao', filename: 'all.zip', kind: 'import' }
    expect(await send(small.origin, 'qingdao', zip, 'all.zip', { metadata })).toMatchObject({ status: 204 })
    await small.models.idle()
    expect(small.told.at(-1)).toMatchObject({ stage: 'refused', findings: [{ code: 'model.quota' }] })
    await small.close()
  })
})
