// Textures as KTX2 after a model is live: the real child on a small model, and what is kept of its answer.

import { readFile } from 'node:fs/promises'
import { Document, NodeIO } from '@gltf-transform/core'
import { EXTTextureWebP } from '@gltf-transform/extensions'
import sharp from 'sharp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { imagesOf } from '../../../models/pipeline/ktx2/glb-images.ts'
import { inspect, type Outcome } from '../../../server/model/inspect.ts'
import { createModelStore } from '../../../server/model/model-store.ts'
import type { BoothModel } from '../../../shared/booth/booth.ts'
import { emptyFolder } from '../../support/paths.ts'
import { type ModelHouse, openModelHouse } from './model-house.ts'

const open: ModelHouse[] = []
afterEach(async () => {
  for (const house of open.splice(0)) await house.close()
})

async function house(folder: string, over: Parameters<typeof openModelHouse>[1]) {
  const opened = await openModelHouse(folder, over)
  open.push(opened)
  return opened
}

/** Many triangles with a picture of 512² that goes from one colour to another, and one of roughness of the same size. */
async function nearLevel(): Promise<Uint8Array> {
  const document = new Document()
  const buffer = document.createBuffer()
  const accessor = (numbers: readonly number[], type: 'VEC2' | 'VEC3') =>
    document.createAccessor().setType(type).setArray(new Float32Array(numbers)).setBuffer(buffer)
  const texture = async (pixel: (x: number) => readonly [number, number, number]) => {
    const data = Buffer.alloc(512 * 512 * 3)
    for (let at = 0; at < 512 * 512; at++) data.set(pixel(at % 512), at * 3)
    const picture = sharp(data, { raw: { width: 512, height: 512, channels: 3 } })
    const image = new Uint8Array(await picture.webp({ quality: 80 }).toBuffer())
    return document.createTexture().setImage(image).setMimeType('image/webp')
  }
  const corners = Array.from({ length: 30_000 }, (_, n) => n)
  const material = document
    .createMaterial()
    .setBaseColorTexture(await texture((x) => [40 + x / 3, 40 + x / 3, 60 + x / 4]))
    .setMetallicRoughnessTexture(await texture((x) => [128 + 20 * Math.sin(x / 30), 128, 250]))
  const primitive = document
    .createPrimitive()
    .setAttribute(
      'POSITION',
      accessor(
        corners.flatMap((n) => [Math.cos(n), 1 + Math.sin(n), n / 30_000]),
        'VEC3',
      ),
    )
    .setAttribute(
      'TEXCOORD_0',
      accessor(
        corners.flatMap((n) => [Math.abs(Math.sin(n)), n / 30_000]),
        'VEC2',
      ),
    )
    .setMaterial(material)
  document.createScene().addChild(document.createNode().setMesh(document.createMesh().addPrimitive(primitive)))
  document.createExtension(EXTTextureWebP).setRequired(true)
  return await new NodeIO().registerExtensions([EXTTextureWebP]).writeBinary(document)
}

/** The model, live already, on a folder. */
async function keepModel(folder: string, near: Uint8Array, at = 1): Promise<BoothModel> {
  const { db, files, close } = await openModelHouse(folder)
  const hash = await files.put(near)
  const level = { url: `/files/${hash}`, bytes: near.length, triangles: 1 }
  const model: BoothModel = { hash, near: level, mid: level, far: level, size: { x: 1, y: 1, z: 1 } }
  const figures = { bytes: near.length, triangles: 1, drawCalls: 1, materials: 1, textures: 2, textureBytes: 2_796_204 }
  const report = {
    name: 'a',
    before: figures,
    near: figures,
    mid: figures,
    far: figures,
    size: [1, 1, 1] as [number, number, number],
  }
  const store = createModelStore(db)
  await store.add({ id: 'one', city: 'qingdao', person: 'someone', name: 'a', bytes: 1, kind: 'model' }, 1)
  await store.change('one', { stage: 'ready', report }, 1)
  await store.keep({ id: 'one', city: 'qingdao' }, model, at)
  await close()
  return model
}

const modelOf = async ({ models }: ModelHouse) => (await models.models(['one'])).get('one')

/** The transfer function that a KTX2 says: 1 linear, 2 sRGB (Khronos data format, third word of its block). */
const transferOf = (ktx2: Uint8Array): number | undefined => ktx2[Buffer.from(ktx2).readUInt32LE(48) + 14]

describe('textures as KTX2', () => {
  it('[MODEL-153] take the place of WebP once the model is live, colours as sRGB and data as numbers, and the hall is told', async () => {
    const folder = emptyFolder('ktx2')
    const before = await keepModel(folder, await nearLevel())
    const onImproved = vi.fn(async () => {})
    const opened = await house(folder, { repack: inspect, onImproved })
    await opened.models.done()
    const after = await modelOf(opened)
    expect(after).toEqual({ ...before, near: { ...before.near, url: expect.any(String), bytes: expect.any(Number) } })
    expect(after?.near.url).not.toBe(before.near.url)
    expect(onImproved).toHaveBeenCalledExactlyOnceWith('qingdao', before.hash)
    const glb = await readFile(opened.files.path(after?.near.url.slice(7) ?? ''))
    expect(glb.length).toBe(after?.near.bytes)
    expect(imagesOf(glb).map(({ kind, mimeType, bytes }) => [kind, mimeType, transferOf(bytes)])).toEqual([
      ['colour', 'image/ktx2', 2],
      ['data', 'image/ktx2', 1],
    ])
  })

  it('[MODEL-153] leave a model alone for its first minute', async () => {
    const folder = emptyFolder('ktx2-rest')
    const now = Date.now()
    await keepModel(folder, Buffer.from('near'), now)
    const repack = vi.fn(async (): Promise<Outcome> => ({ kind: 'stopped', code: 'model.too-long', words: '' }))
    const calls: number[] = []
    for (const ahead of [59_000, 60_000]) {
      const { models, close } = await openModelHouse(folder, { repack, clock: () => now + ahead })
      await models.done()
      calls.push(repack.mock.calls.length)
      await close()
    }
    expect(calls).toEqual([0, 1])
  })

  it('[MODEL-154] that are no better, or could not be made, change nothing and are not made again; a stop is no answer', async () => {
    const size = { bytes: 100, textureBytes: 100 }
    const summary = { bytes: 1, counts: null, faults: [], findings: [] }
    const stopped: Outcome = { kind: 'stopped', code: 'model.too-long', words: '' }
    const outcomes: readonly Outcome[] = [
      { kind: 'answered', answer: { summary, report: null, file: null, ktx2: { before: size, after: size } } },
      { kind: 'answered', answer: { summary, report: null, file: null, ktx2: null } },
      stopped,
    ]
    for (const outcome of outcomes) {
      const folder = emptyFolder('ktx2-not')
      const before = await keepModel(folder, Buffer.from('near'))
      const cut = vi.fn(
        (_job, signal: AbortSignal) =>
          new Promise<Outcome>((resolve) => {
            signal.addEventListener('abort', () => resolve(stopped))
          }),
      )
      const first = await house(folder, { repack: cut })
      await vi.waitFor(() => expect(cut).toHaveBeenCalledOnce())
      open.pop()
      await first.close()
      const repack = vi.fn(async () => outcome)
      const second = await house(folder, { repack })
      await second.models.done()
      expect(repack).toHaveBeenCalledOnce()
      expect(await modelOf(second)).toEqual(before)
      open.pop()
      await second.close()
      const third = await house(folder, { repack })
      await third.models.done()
      expect(repack).toHaveBeenCalledOnce()
    }
  })
})
