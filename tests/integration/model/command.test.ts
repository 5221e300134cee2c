// The command `npm run model` as a person calls it: its end, its last line, and the files it leaves, opened by three with the
// decoders that the hall has.

import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { ImageLoader, type Mesh, type MeshStandardMaterial } from 'three'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { command, type Said } from '../../../models/pipeline/command.ts'
import { inWords } from '../../../models/pipeline/in-words.ts'
import { optimise } from '../../../models/pipeline/optimise.ts'
import { STILLS } from '../../../shared/model/stills.ts'
import { reportSchema, summarySchema } from '../../../shared/model/summary.ts'
import { MTL, objText, picture, samples } from '../../support/formats/samples.ts'
import { emptyFolder, ROOT } from '../../support/paths.ts'

const place = emptyFolder('command')
const FIXTURES = join(ROOT, 'tests/fixtures/models')

/** The command in this process; the file is in its own all the same. */
const run = (...words: readonly string[]): Promise<Said> =>
  command(words, (line) => {
    throw new Error(line)
  })

/** The command as it is typed. */
async function typed(...words: readonly string[]): Promise<{ readonly status: number | null; readonly out: string }> {
  const args = ['--import', 'tsx', join(ROOT, 'models/pipeline/main.ts'), ...words]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString()
  })
  const status = await new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  return { status, out }
}

const codes = ({ ok, faults }: Said) => [ok, ...faults.map(({ code }) => code)]

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(place, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

afterEach(() => void vi.unstubAllEnvs())

describe('npm run model', () => {
  it('[MODEL-80] check ends with 0 for what is accepted and prints one object on its last line', async () => {
    const { status, out } = await typed('check', join(FIXTURES, 'diamond-clearcoat.glb'), '--json')
    const said = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as Said
    expect([status, ...codes(said)]).toEqual([0, true])
    expect(summarySchema.parse(said.summary).counts?.drawCalls).toBeGreaterThan(0)
  })

  it('[MODEL-80] it ends with 1, a code and plain words for what is refused', async () => {
    const max = put('stand.max', Buffer.alloc(100))
    const { status, out } = await typed('check', max)
    expect([status, out.split('\n')[0]]).toEqual([1, 'stand.max: refused'])
    expect(out).toContain('choose Export, then FBX')
    expect(out).toContain('[model.export-max]')
  })

  it('[MODEL-80] what is broken, what is not there and a wrong call have codes', async () => {
    const broken = put('broken.glb', readFileSync(join(FIXTURES, 'diamond-clearcoat.glb')).subarray(0, 5000))
    mkdirSync(join(place, 'nothing'), { recursive: true })
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['model.truncated', ['check', broken]],
      ['model.no-file', ['check', join(place, 'none.glb')]],
      ['model.zip-no-model', ['check', join(place, 'nothing')]],
      ['model.wrong-call', ['check']],
      ['model.wrong-call', ['check', broken, '--unit', 'foot']],
      ['model.wrong-call', ['optimise', broken]],
      ['model.wrong-call', ['mend', broken]],
      ['model.cannot-write', ['optimise', broken, join(broken, 'out')]],
    ]
    for (const [wanted, words] of cases) {
      expect([words.join(' '), ...codes(await run(...words))]).toEqual([words.join(' '), false, wanted])
    }
  })

  it('[MODEL-82] [MODEL-145] a folder is taken as a zip is, and no link leads out of it; pictures come where a browser runs', async () => {
    const folder = join(place, '展台')
    put('展台/box.obj', objText())
    put('展台/box.mtl', MTL)
    put('展台/maps/paint.png', await picture())
    const out = join(place, 'out-folder')
    const said = await run('optimise', folder, out)
    expect([...codes(said), said.stills]).toEqual([true, STILLS])
    expect(readdirSync(out).sort()).toEqual(['far.glb', 'mid.glb', 'near.glb', 'report.json', 'stills'])
    expect(readdirSync(join(out, 'stills'))).toHaveLength(STILLS + 1)
    const report = reportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')))
    expect([report.before.triangles, report.near.textures]).toEqual([14, 1])

    vi.stubEnv('BROWSER', '/bin/false')
    const words: string[] = []
    const without = await command(['optimise', folder, join(place, 'out-blind')], (line) => words.push(line))
    expect([...codes(without), without.stills]).toEqual([true, 0])
    expect(words.join()).toContain('No pictures were taken')
    expect(inWords(without)).toContain('no browser runs')

    const linked = join(place, 'linked')
    cpSync(folder, linked, { recursive: true })
    symlinkSync('/etc/hostname', join(linked, 'passwd.png'))
    expect(codes(await run('check', linked))).toEqual([false, 'model.folder-link'])
    const many = join(place, 'many')
    cpSync(folder, many, { recursive: true })
    for (let at = 0; at < 2000; at++) writeFileSync(join(many, `${at}.txt`), '')
    expect(codes(await run('check', many))).toEqual([false, 'model.zip-entries'])
  })
})

describe('the three levels in three', () => {
  const load = ImageLoader.prototype.load
  const pictures: Promise<{ width?: number }>[] = []
  const blobs: Blob[] = []
  const create = URL.createObjectURL
  beforeAll(() => {
    // Node has no pictures: each is decoded by sharp instead, to see that it is one.
    Object.assign(globalThis, { self: globalThis })
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob) - 1}`
    ImageLoader.prototype.load = (url, onLoad) => {
      const blob = blobs[Number(url.slice(5))]
      pictures.push((blob ?? new Blob()).arrayBuffer().then((bytes) => sharp(Buffer.from(bytes)).metadata()))
      const image = { width: 1, height: 1 } as HTMLImageElement
      onLoad?.(image)
      return image
    }
  })
  afterAll(() => {
    ImageLoader.prototype.load = load
    URL.createObjectURL = create
    Reflect.deleteProperty(globalThis, 'self')
  })

  async function open(bytes: Uint8Array): Promise<Mesh[]> {
    const loader = new GLTFLoader()
    loader.setMeshoptDecoder(MeshoptDecoder)
    const { scene } = await loader.parseAsync(bytes.slice().buffer, '')
    const meshes: Mesh[] = []
    scene.traverse((object) => {
      if ((object as Mesh).isMesh) meshes.push(object as Mesh)
    })
    return meshes
  }

  it('[MODEL-81] all open in three with the decoders of the hall, of GLB and of every other format', async () => {
    const all = { ...(await samples()), 'gem.glb': readFileSync(join(FIXTURES, 'diamond-clearcoat.glb')) }
    for (const [name, bytes] of Object.entries(all)) {
      const made = await optimise(bytes, name)
      if (!made.ok) throw new Error(`${name}: ${JSON.stringify(made.summary.faults)}`)
      for (const [level, file] of Object.entries(made.files)) {
        const meshes = await open(file)
        expect([name, level, meshes.length > 0]).toEqual([name, level, true])
        for (const mesh of meshes) {
          mesh.geometry.computeBoundingSphere()
          expect(mesh.geometry.boundingSphere?.radius).toBeGreaterThan(0)
          expect((mesh.material as MeshStandardMaterial).isMeshStandardMaterial).toBe(true)
        }
      }
    }
    expect((await Promise.all(pictures)).every(({ width }) => (width ?? 0) > 0)).toBe(true)
    expect(pictures.length).toBeGreaterThan(3)
  })
})
