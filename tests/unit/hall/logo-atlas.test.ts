// Which logos are read when, and what of them is drawn; on a canvas that only says that it was drawn on.

import { Vector3 } from 'three'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BoothLogos } from '../../../client/hall/booth/logos.ts'
import { plotById } from '../../../shared/hall/layout.ts'
import { must } from '../../support/must.ts'

const [qingdao, weifang, kashgar] = ['qingdao', 'weifang', 'kashgar'].map((id) => must(plotById(id)))
const EYE = new Vector3(20, 1.6, 2)
let asked: string[]
let answer: (() => void)[]

beforeEach(() => {
  asked = []
  answer = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return new Promise<Response>((done) =>
      answer.push(() => done(new Response('x', { status: url.endsWith('bad') ? 404 : 200 }))),
    )
  })
  vi.stubGlobal('createImageBitmap', async () => ({ width: 40, height: 20, close: () => undefined }))
  vi.stubGlobal('window', {})
  const pen = new Proxy(
    {},
    { get: (_, name) => () => (name === 'getImageData' ? { data: new Uint8ClampedArray(4) } : null), set: () => true },
  )
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => pen }) })
})
afterEach(() => vi.unstubAllGlobals())

const settled = () => new Promise((done) => setTimeout(done, 50))
const draw = async (logos: BoothLogos) => {
  for (let i = 0; i < 4; i++) {
    logos.update(EYE, () => undefined)
    for (const give of answer.splice(0)) give()
    await settled()
  }
}
/** Plots of whose plates something is to be seen. */
const seen = (logos: BoothLogos) => {
  const mesh = logos.root.children[0] as unknown as {
    geometry: { getAttribute(name: string): { array: Float32Array } }
  }
  const { array } = mesh.geometry.getAttribute('uv')
  return Array.from({ length: array.length / 8 }, (_, i) => array.slice(8 * i, 8 * i + 8).some((v) => v > 0)).filter(
    Boolean,
  ).length
}

it('[HALL-37] nothing is drawn while no city near has a logo; the nearest is read first, one at a time', async () => {
  const logos = new BoothLogos()
  logos.update(EYE, () => undefined)
  logos.setLogo(must(kashgar), 'far')
  logos.update(EYE, () => undefined)
  expect([asked, logos.root.children.length]).toEqual([[], 0])
  logos.setLogo(must(weifang), 'w')
  logos.setLogo(must(qingdao), 'q')
  logos.update(EYE, () => undefined)
  logos.update(EYE, () => undefined)
  expect(asked).toEqual(['/files/q'])
  await draw(logos)
  expect([asked, logos.root.children.length, seen(logos)]).toEqual([['/files/q', '/files/w'], 1, 2])
  logos.setLogo(must(weifang), null)
  expect(seen(logos)).toBe(1)
  logos.dispose()
})

it('[HALL-37] one that can’t be read leaves its lintel, and is not asked for again until another comes', async () => {
  const logos = new BoothLogos()
  logos.setLogo(must(qingdao), 'bad')
  await draw(logos)
  expect([asked, logos.root.children.length]).toEqual([['/files/bad'], 0])
  logos.setLogo(must(qingdao), 'good')
  await draw(logos)
  expect([asked, seen(logos)]).toEqual([['/files/bad', '/files/good'], 1])
  logos.dispose()
})
