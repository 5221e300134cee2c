// What near spends its bytes on: textures by what they lose, numbers that pack well.

import { Document as Made, NodeIO } from '@gltf-transform/core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createIO } from '../../../models/pipeline/open.ts'
import { packTextures } from '../../../models/pipeline/steps/textures.ts'
import { wholePlaces, wholePositions } from '../../../models/pipeline/steps/whole-numbers.ts'

/** A picture of roughness and metal of 256 texels: noise, or a slope. */
async function data(fine: boolean): Promise<Uint8Array> {
  const pixels = Uint8Array.from({ length: 256 * 256 * 3 }, (_, at) => (fine ? (at * 7919) % 251 : (at / 3) % 256))
  return new Uint8Array(
    await sharp(pixels, { raw: { width: 256, height: 256, channels: 3 } })
      .png()
      .toBuffer(),
  )
}

async function withData(image: Uint8Array) {
  const made = new Made()
  made.createBuffer()
  const texture = made.createTexture().setImage(image).setMimeType('image/png')
  made.createMaterial().setMetallicRoughnessTexture(texture)
  return await (await createIO()).readBinary(await new NodeIO().writeBinary(made))
}

describe('textures of near', () => {
  it('[MODEL-117] keep the size of data that would lose its detail, and halve what would not', async () => {
    const sides = []
    for (const fine of [true, false]) {
      const document = await withData(await data(fine))
      await packTextures(document, { side: 256, quality: 80, gpuBytes: 64e6, exact: true })
      sides.push(document.getRoot().listTextures()[0]?.getSize()?.[0])
    }
    expect(sides).toEqual([256, 128])
  })

  it('[MODEL-117] are made smaller all alike, and by no more than needed, where the GPU has no room for them', async () => {
    const document = await withData(await data(true))
    await packTextures(document, { side: 256, quality: 80, gpuBytes: 300_000, exact: true })
    const side = document.getRoot().listTextures()[0]?.getSize()?.[0] ?? 0
    expect(side).toBeGreaterThan(128)
    expect((side * side * 16) / 3).toBeLessThanOrEqual(300_000)
  })
})

describe('whole numbers', () => {
  async function triangle() {
    const made = new Made()
    const buffer = made.createBuffer()
    const step = 2 ** 13 - 1
    const stretched = (value: number) => (value << 2) | (value >> 11)
    const position = [0, 0, 0, step, 0, 0, 0, 5000, -1234].map((value) => Math.sign(value) * stretched(Math.abs(value)))
    const place = [0, 1, 4095, 2048, 17, 300].map((value) => (value << 4) | (value >> 8))
    const part = made
      .createPrimitive()
      .setAttribute(
        'POSITION',
        made.createAccessor().setType('VEC3').setArray(new Int16Array(position)).setNormalized(true).setBuffer(buffer),
      )
      .setAttribute(
        'TEXCOORD_0',
        made.createAccessor().setType('VEC2').setArray(new Uint16Array(place)).setNormalized(true).setBuffer(buffer),
      )
      .setMaterial(
        made.createMaterial().setBaseColorTexture(
          made
            .createTexture()
            .setImage(await data(false))
            .setMimeType('image/png'),
        ),
      )
    made.createScene().addChild(made.createNode().setMesh(made.createMesh().addPrimitive(part)).setScale([2, 2, 2]))
    return await (await createIO()).readBinary(await new NodeIO().writeBinary(made))
  }

  it('[MODEL-118] hold the same places in the model and on its textures, in fewer bits', async () => {
    const document = await triangle()
    const [node] = document.getRoot().listNodes()
    const [part] = node?.getMesh()?.listPrimitives() ?? []
    const worldOf = () => {
      const scale = node?.getScale()[0] ?? 0
      return [0, 1, 2].flatMap((at) =>
        (part?.getAttribute('POSITION')?.getElement<number[]>(at, []) ?? []).map((value) => value * scale),
      )
    }
    const before = worldOf()
    const places = [0, 1, 2].flatMap((at) => part?.getAttribute('TEXCOORD_0')?.getElement<number[]>(at, []) ?? [])
    wholePositions(document, 14)
    wholePlaces(document, 12)
    worldOf().forEach((value, at) => expect(Math.abs(value - (before[at] ?? 0))).toBeLessThan(2 / 8191 / 2))
    const info = part?.getMaterial()?.getBaseColorTextureInfo()
    const transform = info?.getExtension<
      { getScale(): [number, number] } & NonNullable<ReturnType<typeof info.listExtensions>[number]>
    >('KHR_texture_transform')
    const [u = 0] = transform?.getScale() ?? []
    const after = [0, 1, 2].flatMap((at) => part?.getAttribute('TEXCOORD_0')?.getElement<number[]>(at, []) ?? [])
    after.forEach((value, at) => expect(value * u).toBeCloseTo(places[at] ?? -1, 4))
    expect(Math.max(...after)).toBe(4095)
  })
})
