// What the server sends by HTTP: the built client, stored files, booth pages, and the headers on all of it.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFiles } from '../../../server/files/files.ts'
import { CITIES } from '../../../shared/hall/cities.ts'
import { type House, openHouse } from '../../support/house.ts'
import { emptyFolder } from '../../support/paths.ts'

let house: House
const dataDir = emptyFolder('pages')
const client = emptyFolder('client')
const SCRIPT = `export const words = '${'永不落幕 '.repeat(300)}'`

beforeAll(async () => {
  mkdirSync(join(client, 'assets'))
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Parlor</title>')
  writeFileSync(join(client, 'assets/app-Ab3dE_f9.js'), SCRIPT)
  writeFileSync(join(client, 'assets/app-Ab3dE_f9.js.br'), brotliCompressSync(SCRIPT))
  house = await openHouse({ dataDir, client })
})
afterAll(() => house.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(house.url + path, { headers })

describe('the client', () => {
  it('[HOUSE-21] answers every page of the client with index.html, asked for anew each time', async () => {
    for (const path of ['/', '/hall/qingdao', '/tour/AAAAAAAA', '/sign-in']) {
      const response = await get(path, { accept: 'text/html' })
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(await response.text()).toContain('<title>Parlor</title>')
    }
  })

  it('[HOUSE-21] sends hashed files compressed as built, to be kept for ever', async () => {
    const response = await get('/assets/app-Ab3dE_f9.js', { 'accept-encoding': 'br' })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('vary')).toContain('accept-encoding')
    expect(response.headers.get('content-type')).toMatch(/javascript/)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await response.text()).toBe(SCRIPT)
  })

  it('[HOUSE-22] has nothing outside its folder, and says so in JSON', async () => {
    for (const path of ['/assets/nothing-Ab3dE_f9.js', '/..%2f..%2fetc/passwd', '/%2e%2e/parlor.db', '/api/nothing']) {
      const response = await get(path)
      expect([400, 403, 404]).toContain(response.status)
      expect(await response.json()).toMatchObject({ ok: false })
    }
    expect((await get('/api/nothing', { accept: 'text/html' })).status, 'no page stands there').toBe(404)
  })

  it('[HOUSE-23] allows scripts of its own origin only, and no frame around it', async () => {
    for (const path of ['/', '/booths/qingdao', '/api/me', '/nothing']) {
      const csp = (await get(path)).headers.get('content-security-policy') ?? ''
      expect(csp).toContain("default-src 'self'")
      expect(csp).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/)
      expect(csp).toContain("frame-ancestors 'none'")
      expect((await get(path)).headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('[HOUSE-23] lets no type be guessed of what other libraries answer either', async () => {
    const polling = await get('/socket.io/?EIO=4&transport=polling')
    const upload = await fetch(`${house.url}/api/models/upload`, { method: 'OPTIONS' })
    expect([polling.status, upload.status]).toEqual([200, 204])
    for (const { headers } of [polling, upload]) expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(upload.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

describe('a stored file', () => {
  it('[HOUSE-24] is typed by its bytes, dead when opened by itself, and kept for ever', async () => {
    const files = await openFiles(join(dataDir, 'files'))
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    const evil = await get(`/files/${await files.put(page)}`)
    expect(evil.headers.get('content-type')).toBe('application/octet-stream')
    expect(evil.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(evil.headers.get('x-content-type-options')).toBe('nosniff')
    expect(evil.headers.get('cache-control')).toContain('immutable')
    const png = await files.put(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1))
    const picture = await get(`/files/${png}`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect((await picture.arrayBuffer()).byteLength).toBe(9)
    const again = await get(`/files/${png}`, { 'if-none-match': `"${png}"` })
    expect(again.status).toBe(304)
    expect((await get('/files/..%2fparlor.db')).status).toBe(404)
    expect((await get(`/files/${'0'.repeat(64)}`)).status).toBe(404)
  })
})

describe('the page of a booth', () => {
  it('[HOUSE-25] says what the booth says, each figure with year and source, the summary marked as a sample', async () => {
    for (const city of CITIES) {
      const page = await (await get(`/booths/${city.id}?lang=en`)).text()
      expect(page).toContain(city.summary.en.replace(/[’']/g, (sign) => (sign === "'" ? '&#39;' : sign)))
      expect(page).toContain(city.population2020.toLocaleString('en'))
      expect(page).toContain('Seventh National Population Census of China, 1 November 2020')
      expect(page).toContain('Sample text')
      expect(page).not.toContain('<script')
    }
  })

  it('[HOUSE-26] is in the language asked for, else in the browser’s, else English', async () => {
    const lang = async (path: string, accept?: string) => {
      const page = await (await get(path, accept ? { 'accept-language': accept } : {})).text()
      return /<html lang="([^"]+)"/.exec(page)?.[1]
    }
    expect(await lang('/booths/yantai', 'zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh-CN')
    expect(await lang('/booths/yantai', 'de, en;q=0.5, zh;q=0.7')).toBe('zh-CN')
    expect(await lang('/booths/yantai', 'ja')).toBe('en')
    expect(await lang('/booths?lang=zh', 'en')).toBe('zh-CN')
    expect((await get('/booths/atlantis')).status).toBe(404)
  })
})
