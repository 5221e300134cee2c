// A city's pictures, PDFs and films through the real upload and a real child: taken, refused, named in a booth, served in parts.

import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EMPTY_CONTENT } from '../../../shared/booth/content.ts'
import type { CityFile } from '../../../shared/booth/files.ts'
import type { ModelProgress } from '../../../shared/model/progress.ts'
import { type House, openHouse } from '../../support/house.ts'
import { must } from '../../support/must.ts'
import { type PersonClient, valueOf } from '../../support/person-client.ts'
import { send } from '../model/model-house.ts'

const booth = 'qingdao'
let house: House
let city: PersonClient
let told: ModelProgress[]
beforeEach(async () => {
  house = await openHouse()
  city = await house.staff('qingdao')
  told = []
  await city.connect()
  city.on('model:progressed', (progress) => told.push(progress))
})
afterEach(() => house.close())

const upload = (bytes: Uint8Array | string, name: string) =>
  send(house.url, booth, Buffer.from(bytes), name, {
    metadata: { city: booth, filename: name, kind: 'file' },
    headers: { cookie: city.cookie(), origin: house.url },
  })
/** Sends a file and waits for what becomes of it. */
async function sent(bytes: Uint8Array | string, name: string): Promise<ModelProgress> {
  expect(await upload(bytes, name)).toMatchObject({ status: 204 })
  const end = () => told.find((one) => one.name === name && ['ready', 'refused'].includes(one.stage))
  await vi.waitFor(() => expect(end()).toBeDefined(), { timeout: 60_000, interval: 50 })
  return must(end())
}
const serve = (file: CityFile, headers = {}) => fetch(`${house.url}/files/${file.hash}`, { headers })
const PDF = '%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n'
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(4000, 7)])

describe('a file of a city', () => {
  it('[BOOTH-15] a picture is drawn anew: upright, no longer than 2,048 pixels, nothing of the camera left', async () => {
    const photo = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#1f6f8b' } })
      .withExif({ IFD0: { Artist: 'Li', Copyright: 'somewhere' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const file = must((await sent(photo, '港口.JPG')).file)
    expect(file).toMatchObject({ kind: 'picture', name: '港口.JPG', width: 683, height: 2048 })
    const response = await serve(file)
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    const kept = Buffer.from(await response.arrayBuffer())
    expect([kept.length, kept.includes('Li'), (await sharp(kept).metadata()).exif]).toEqual([
      file.bytes,
      false,
      undefined,
    ])
  })

  it('[BOOTH-15] a drawing with script in it becomes a picture, and reads nothing beside it', async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><script>alert(1)</script>
      <image href="file:///etc/passwd" width="80" height="40"/><rect width="80" height="40" fill="#f00"/></svg>`
    const file = must((await sent(drawing, 'logo.svg')).file)
    expect(file).toMatchObject({ width: 80, height: 40 })
    expect((await serve(file)).headers.get('content-type')).toBe('image/webp')
  })

  it('[BOOTH-15] what is not what its name says is refused with its own code, and nothing is kept', async () => {
    const page = '<!doctype html><script>alert(1)</script>'
    for (const [name, code] of [
      ['a.png', 'model.file-not-picture'],
      ['b.pdf', 'model.file-not-pdf'],
      ['c.mp4', 'model.file-not-film'],
      ['d.webm', 'model.file-not-film'],
    ] as const) {
      expect(await sent(page, name)).toMatchObject({ stage: 'refused', findings: [{ code }] })
    }
    expect(await upload(page, 'e.html')).toMatchObject({ status: 415, body: { code: 'model.file-type' } })
    expect(await sent(PDF.replace('%%EOF', ''), 'cut.pdf')).toMatchObject({ stage: 'refused' })
  })

  it('[BOOTH-15] stands in no list of models, and in a booth only where it is the city’s', async () => {
    const file = must((await sent(PDF, 'plan.pdf')).file)
    expect(file).toMatchObject({ kind: 'pdf', width: null, bytes: PDF.length })
    const alt = { zh: '', en: '' }
    const save = (who: PersonClient, at: string) =>
      who.post('/api/booth/save', {
        booth: at,
        base: 0,
        save: { section: 'front', body: { ...EMPTY_CONTENT.front, logo: { file: file.hash, alt } } },
      })
    const desk = await house.staff('operator')
    expect(await save(desk, 'jinan')).toMatchObject({ code: 'booth.file-unknown' })
    valueOf(await save(city, booth))
    const listed = await fetch(`${house.url}/api/models/${booth}`, {
      headers: { cookie: city.cookie(), origin: house.url },
    })
    expect(await listed.json()).toMatchObject({ ok: true, value: { uploads: [] } })
  })

  it('[BOOTH-16] is served in parts, and a PDF is taken along', async () => {
    const film = must((await sent(MP4, 'film.mp4')).file)
    const part = async (range: string) => {
      const response = await serve(film, { range })
      const bytes = await response.arrayBuffer()
      return [response.status, bytes.byteLength, response.headers.get('content-range')]
    }
    const size = MP4.length
    expect((await serve(film)).headers.get('content-type')).toBe('video/mp4')
    expect(await part('bytes=0-9')).toEqual([206, 10, `bytes 0-9/${size}`])
    expect(await part('bytes=4000-')).toEqual([206, size - 4000, `bytes 4000-${size - 1}/${size}`])
    expect(await part('bytes=-5')).toEqual([206, 5, `bytes ${size - 5}-${size - 1}/${size}`])
    expect(await part('bytes=0-99999')).toEqual([206, size, `bytes 0-${size - 1}/${size}`])
    expect(await part(`bytes=${size}-`)).toEqual([416, 0, `bytes */${size}`])
    expect(await part('bytes=9-1')).toEqual([416, 0, `bytes */${size}`])
    expect(await part('bytes=0-1,5-6')).toEqual([200, size, null])
    const pdf = must((await sent(PDF, 'plan.pdf')).file)
    expect((await serve(pdf)).headers.get('content-disposition')).toBe('attachment')
    const asked = await fetch(`${house.url}/files/${pdf.hash}`, { method: 'HEAD' })
    expect([asked.headers.get('content-length'), (await asked.arrayBuffer()).byteLength]).toEqual([`${PDF.length}`, 0])
  })
})
