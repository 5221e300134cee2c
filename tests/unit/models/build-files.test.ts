// The committed files: what the manifest says of them, that the code still builds them, and that they keep the client's contract.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { NodeIO } from '@gltf-transform/core'
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions'
import { MeshoptDecoder } from 'meshoptimizer'
import { describe, expect, it } from 'vitest'
import { checkFiles } from '../../../models/build/check.ts'
import { EMBLEMS } from '../../../models/build/emblems/catalogue.ts'
import { newPart, type Scene } from '../../../models/build/kit/part.ts'
import { Pen } from '../../../models/build/kit/pen.ts'
import type { Manifest } from '../../../models/build/write/files.ts'
import { PLINTH } from '../../../shared/hall/booth-plan.ts'
import { CITIES } from '../../../shared/hall/cities.ts'
import { PLOTS } from '../../../shared/hall/layout.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFile(join(root, path))
const manifest = async () => JSON.parse(await readFile(join(root, 'models/manifest.json'), 'utf8')) as Manifest

async function meshes(path: string) {
  await MeshoptDecoder.ready
  const io = new NodeIO()
    .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
  const doc = await io.readBinary(new Uint8Array(await read(path)))
  const list = doc
    .getRoot()
    .listNodes()
    .map((node) => {
      const primitive = node.getMesh()?.listPrimitives()[0]
      if (!primitive) throw new Error(`${node.getName()} has no mesh`)
      const layout = primitive.listSemantics().map((name) => {
        const a = primitive.getAttribute(name)
        return `${name} ${a?.getType()} ${a?.getComponentType()} ${a?.getNormalized()}`
      })
      return {
        name: node.getName(),
        layout: layout.sort().join('\n'),
        triangles: (primitive.getIndices()?.getCount() ?? 0) / 3,
      }
    })
  return { list, materials: doc.getRoot().listMaterials().length }
}

const GLBS = [
  'models/hall/hall.glb',
  'models/booths/booths-far.glb',
  'models/booths/booths.glb',
  'models/people/figure.glb',
]

describe('the built files', () => {
  it('[MODEL-64] are listed in the manifest with their true bytes and hash, a licence and an origin', async () => {
    const { files } = await manifest()
    expect(Object.keys(files)).toHaveLength(8)
    for (const [path, entry] of Object.entries(files)) {
      const bytes = await read(path)
      expect(entry.bytes, path).toBe(bytes.length)
      expect(entry.sha256, path).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(entry.licence.length * entry.origin.length, path).toBeGreaterThan(0)
    }
  })

  it('[MODEL-65] are what the code builds, byte by byte, and their light is of this hall', {
    timeout: 120_000,
  }, async () => {
    expect(await checkFiles(read, false)).toEqual([])
  })

  it('[MODEL-66] have one material and the same attributes on every mesh', async () => {
    const layouts = new Set<string>()
    for (const path of GLBS) {
      const { list, materials } = await meshes(path)
      expect(materials).toBe(1)
      for (const mesh of list) layouts.add(mesh.layout)
    }
    expect([...layouts]).toHaveLength(1)
    expect([...layouts][0]).toContain('_IRR VEC4 5121 true')
    expect([...layouts][0]).toContain('POSITION VEC3 5122 false')
  })

  it('[MODEL-66] hold four meshes for each of the 24 plots, the shell in pieces, panes, seats and figures', async () => {
    const names = (await Promise.all(GLBS.map(meshes))).flatMap(({ list }) => list.map((m) => m.name))
    for (const { id } of PLOTS)
      for (const kind of ['frame', 'furnishing', 'far-frame', 'far-furnishing'])
        expect(names).toContain(`${kind}:${id}`)
    expect(names.filter((n) => n.startsWith('shell:')).length).toBeGreaterThan(8)
    for (const name of ['glass:1', 'glass:2', 'seat', 'seat-far', 'figure', 'figure-far']) expect(names).toContain(name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('[MODEL-67] keep their budgets of triangles', async () => {
    const all = (await Promise.all(GLBS.map(meshes))).flatMap(({ list }) => list)
    const most = (pattern: RegExp) => Math.max(...all.filter((m) => pattern.test(m.name)).map((m) => m.triangles))
    const sum = (pattern: RegExp) => all.filter((m) => pattern.test(m.name)).reduce((s, m) => s + m.triangles, 0)
    expect(most(/^furnishing:/)).toBeLessThanOrEqual(10_000)
    expect(sum(/^far-/)).toBeLessThanOrEqual(46_000)
    expect(sum(/^shell:/)).toBeLessThanOrEqual(55_000)
    expect(most(/^figure$/)).toBeLessThanOrEqual(800)
    expect(most(/^figure-far$/)).toBeLessThanOrEqual(200)
    expect(most(/^seat-far$/)).toBeLessThanOrEqual(180)
  })

  it('[MODEL-67] take at most 600 kB to download before one can walk, and 1.1 MB in all', {
    timeout: 60_000,
  }, async () => {
    const { files } = await manifest()
    let all = 0
    let first = 0
    for (const [path, entry] of Object.entries(files)) {
      const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24 } }
      const bytes = path.endsWith('.glb') ? brotliCompressSync(await read(path), options).length : entry.bytes
      all += bytes
      if (!/booths\.glb$|figure\.glb$/.test(path)) first += bytes
    }
    expect(first).toBeLessThanOrEqual(600_000)
    expect(all).toBeLessThanOrEqual(1_100_000)
  })
})

describe('the emblems', () => {
  it('[MODEL-68] are one for each city, stand on their plinth and stay on it', () => {
    expect(new Set(CITIES.map((c) => c.emblem)).size).toBe(CITIES.length)
    for (const { emblem } of CITIES) {
      const found = EMBLEMS[emblem]
      if (!found) throw new Error(`no sculpture ${emblem}`)
      const scene: Scene = { parts: [], charts: [], blocks: [] }
      const pen = new Pen(scene, newPart(emblem))
      pen.place(0, 0, 0, 0, () => found.draw(pen, '#336699'), found.scale)
      const heights = pen.part.position.filter((_, i) => i % 3 === 1)
      const reach = Math.max(
        ...heights.map((_, i) => Math.hypot(pen.part.position[3 * i] ?? 0, pen.part.position[3 * i + 2] ?? 0)),
      )
      const low = heights.reduce((a, b) => Math.min(a, b), 9)
      const high = heights.reduce((a, b) => Math.max(a, b), 0)
      expect(reach, emblem).toBeLessThan(PLINTH.radius + 0.2)
      expect(low, emblem).toBeGreaterThan(-0.2)
      expect(low, emblem).toBeLessThan(0.08)
      expect(high, emblem).toBeGreaterThan(1.75)
      expect(high, emblem).toBeLessThan(3.3)
    }
  })
})
