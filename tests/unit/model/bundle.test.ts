// A city's whole content in one zip, as the child unpacks it: what it takes, and what it refuses and why.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { unpackBundle } from '../../../models/pipeline/bundle.ts'
import { readZip } from '../../../models/pipeline/guard/zip.ts'
import { UNPACKED_FILE } from '../../../models/pipeline/task.ts'
import { zipOf } from '../../../server/booth/zip.ts'
import { type Unpacked, withFiles } from '../../../shared/booth/bundle.ts'
import type { BoothContent } from '../../../shared/booth/content.ts'
import { asJson, bundle, LOGO, manifestOf, PLAN, sha256, zipped } from '../../support/bundle.ts'
import { emptyFolder } from '../../support/paths.ts'

const good = bundle(Buffer.from('a model'))
const manifest = manifestOf(good.files)
const unpack = async (zip: Uint8Array) => {
  const out = emptyFolder('unpack')
  const fault = await unpackBundle(zip, out)
  return { fault, out, left: readdirSync(out).sort() }
}
const refused = async (zip: Uint8Array) => {
  const { fault, left } = await unpack(zip)
  expect(left).not.toContain(UNPACKED_FILE)
  return [fault?.code, fault?.detail.name ?? null]
}

it('[BOOTH-25] what the manifest names comes out under names of ours, with the content as it was', async () => {
  const { fault, out, left } = await unpack(
    zipped(good, { 'extra/../readme.html': null, 'notes.html': asJson('<script>') }),
  )
  expect([fault, left]).toEqual([null, ['part-0.bin', 'part-1.bin', 'part-2.bin', UNPACKED_FILE]])
  const { city, content, parts } = JSON.parse(readFileSync(join(out, UNPACKED_FILE), 'utf8')) as Unpacked
  expect([city, content]).toEqual(['weifang', good.content])
  expect(parts.map(({ kind, name, sha256: hash }) => [kind, name, hash])).toEqual([
    ['file', 'logo.svg', sha256(LOGO)],
    ['file', 'plan.pdf', sha256(PLAN)],
    ['model', '展台.glb', sha256(Buffer.from('a model'))],
  ])
  expect(readFileSync(join(out, 'part-1.bin'))).toEqual(PLAN)
  expect(parts.map(({ unit }) => unit)).toEqual([null, null, null])
})

it('[BOOTH-26] the unit that a city said of its model goes with it; one that is none is as if nothing had been said', async () => {
  const unitOf = async (unit: unknown) => {
    const model = { ...manifest.model, unit }
    const { out } = await unpack(zipped(good, { 'manifest.json': asJson({ ...manifest, model }) }))
    return (JSON.parse(readFileSync(join(out, UNPACKED_FILE), 'utf8')) as Unpacked).parts[2]?.unit
  }
  expect([await unitOf('cm'), await unitOf('league'), await unitOf(undefined)]).toEqual(['cm', null, null])
})

it('[BOOTH-27] a zip that is not what it should be is refused with a code of its own, and names what is wrong', async () => {
  const list = (change: object) => zipped(good, { 'manifest.json': asJson({ ...manifest, ...change }) })
  const saying = (change: object) => zipped(bundle(undefined, change as Partial<BoothContent>))
  expect(await refused(Buffer.from('no zip'))).toEqual(['model.zip', null])
  expect(await refused(zipSync({ 'a.glb': new Uint8Array(9) }))).toEqual(['model.import-not-ours', null])
  expect(await refused(zipped(good, { 'manifest.json': Buffer.from([0xff, 0xfe]) }))).toEqual([
    'model.import-not-ours',
    null,
  ])
  expect(await refused(list({ format: 'other' }))).toEqual(['model.import-not-ours', null])
  expect(await refused(list({ version: 2 }))).toEqual(['model.import-newer', null])
  expect(await refused(list({ files: 7 }))).toEqual(['model.import-damaged', 'manifest.json'])
  expect(await refused(list({ model: null }))).toEqual(['model.import-damaged', 'model'])
  expect(await refused(zipped(good, { 'files/logo.svg': null }))).toEqual(['model.import-damaged', 'files/logo.svg'])
  expect(await refused(zipped(good, { 'model/source.glb': Buffer.from('A model') }))).toEqual([
    'model.import-damaged',
    'model/source.glb',
  ])
  expect(await refused(zipped(good, { 'content.json': asJson({}) }))).toEqual(['model.import-damaged', 'content.json'])
  expect(await refused(saying({ people: [{ id: '<script>' }] }))).toEqual(['model.import-content', null])
  const logo = { file: 'a'.repeat(64), alt: { zh: '', en: '' } }
  expect(await refused(saying({ front: { ...good.content.front, logo } }))).toEqual([
    'model.import-damaged',
    'files/aaaaaaaaaaaa…',
  ])
})

it('[BOOTH-27] a zip that would write elsewhere, hides another, or grows past what its list says is refused as any other', async () => {
  expect(await refused(zipped(good, { '../out.glb': PLAN }))).toEqual(['model.zip-path', '../out.glb'])
  expect(await refused(zipped(good, { 'files/more.zip': PLAN }))).toEqual(['model.zip-nested', 'files/more.zip'])
  const bomb = zipSync({ 'manifest.json': new Uint8Array(5_000_000) })
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
  const at = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  view.setUint32(at + 24, 500_000, true)
  expect(await refused(bomb)).toEqual(['model.zip-bomb', null])
})

it('[BOOTH-24] the zip is written piece by piece as its parts come, and a part that fails ends it', async () => {
  const asked: string[] = []
  async function* slowly(name: string, ...bytes: number[]) {
    for (const byte of bytes) {
      asked.push(name + byte)
      yield new Uint8Array([byte])
    }
  }
  const parts = [
    { path: 'a.bin', source: slowly('a', 1, 2) },
    { path: 'b.bin', source: slowly('b', 3) },
  ]
  const pieces: Uint8Array[] = []
  for await (const piece of zipOf(parts, Date.now())) {
    pieces.push(piece)
    if (asked.length === 1) expect(asked).toEqual(['a1'])
  }
  const files = readZip(Buffer.concat(pieces))
  expect([...files].map(([name, bytes]) => [name, [...bytes]])).toEqual([
    ['a.bin', [1, 2]],
    ['b.bin', [3]],
  ])
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(1)
    throw new Error('the disk')
  }
  const ends = async () => {
    for await (const _ of zipOf([{ path: 'c.bin', source: broken() }], Date.now()));
  }
  await expect(ends()).rejects.toThrow('the disk')
})

it('[BOOTH-26] every file of a content is renamed wherever it stands, and nothing else', () => {
  const { content } = good
  const renamed = withFiles(content, new Map([[sha256(PLAN), 'b'.repeat(64)]]))
  expect(JSON.stringify(renamed)).toBe(JSON.stringify(content).replaceAll(sha256(PLAN), 'b'.repeat(64)))
})
