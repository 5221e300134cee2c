// When textures as KTX2 are better than as WebP, and that they go into a GLB without anything else of it changing.

import { describe, expect, it } from 'vitest'
import { imagesOf, withKtx2 } from '../../../models/pipeline/ktx2/glb-images.ts'
import { type Candidate, chooseTextures, isBetter, type Offer } from '../../../shared/model/ktx2.ts'

const MB = 1024 * 1024

describe('textures as KTX2', () => {
  const offer = (bytes: number, textureBytes: number): Offer => ({
    before: { bytes: MB, textureBytes: 16 * MB },
    after: { bytes, textureBytes },
  })

  it('[MODEL-150] are better where the GPU keeps half or less and the file is at most a third longer', () => {
    expect(isBetter(offer(1.29 * MB, 4 * MB))).toBe(true)
    expect(isBetter(offer(0.5 * MB, 8 * MB))).toBe(true)
    expect(isBetter(offer(1.31 * MB, 2 * MB))).toBe(false)
    expect(isBetter(offer(MB, 8.1 * MB))).toBe(false)
  })

  it('[MODEL-150] never make a near level too long, and are not worth it for little', () => {
    const long = {
      before: { bytes: 2.6 * MB, textureBytes: 60 * MB },
      after: { bytes: 3.01 * MB, textureBytes: 8 * MB },
    }
    expect(isBetter(long)).toBe(false)
    const little = { before: { bytes: MB, textureBytes: 1.2 * MB }, after: { bytes: MB, textureBytes: 0.3 * MB } }
    expect(isBetter(little)).toBe(false)
  })

  it('[MODEL-151] a texture that lost too much, or finds no room in the file, stays as it is', () => {
    const one = (
      name: string,
      kind: Candidate['kind'],
      psnr: number,
      after: number,
      gpu = 4,
    ): Candidate & { name: string } => ({
      name,
      kind,
      psnr,
      bytes: { before: 100, after },
      textureBytes: { before: gpu * MB, after: (gpu * MB) / 8 },
    })
    const names = (candidates: readonly (Candidate & { name: string })[], near = 1000) =>
      chooseTextures(candidates, near).map(({ name }) => name)
    expect(names([one('bad', 'colour', 33.9, 50), one('good', 'colour', 34, 50)])).toEqual(['good'])
    expect(names([one('bad', 'normal', 35, 50), one('good', 'data', 33, 50)])).toEqual(['good'])
    // 300 bytes of room: what spares most for its bytes goes first.
    const three = [one('long', 'colour', 40, 390), one('wide', 'colour', 40, 300, 16), one('short', 'colour', 40, 90)]
    expect(names(three)).toEqual(['short', 'wide'])
    expect(names([one('long', 'colour', 40, 401)])).toEqual([])
  })
})

describe('pictures in a GLB', () => {
  const json = {
    buffers: [{ byteLength: 24 }, { byteLength: 400, extensions: { EXT_meshopt_compression: { fallback: true } } }],
    bufferViews: [
      {
        buffer: 1,
        byteLength: 400,
        extensions: { EXT_meshopt_compression: { buffer: 0, byteOffset: 0, byteLength: 7 } },
      },
      { buffer: 0, byteOffset: 8, byteLength: 5 },
      { buffer: 0, byteOffset: 16, byteLength: 8 },
    ],
    images: [
      { bufferView: 1, mimeType: 'image/webp' },
      { bufferView: 2, mimeType: 'image/webp' },
    ],
    textures: [
      { extensions: { EXT_texture_webp: { source: 0 } } },
      { extensions: { EXT_texture_webp: { source: 1 } } },
    ],
    materials: [
      {
        pbrMetallicRoughness: { baseColorTexture: { index: 0 }, metallicRoughnessTexture: { index: 1 } },
        occlusionTexture: { index: 1 },
      },
      { extensions: { KHR_materials_clearcoat: { clearcoatNormalTexture: { index: 0 } } } },
    ],
    extensionsUsed: ['EXT_meshopt_compression', 'EXT_texture_webp'],
    extensionsRequired: ['EXT_meshopt_compression', 'EXT_texture_webp'],
  }
  const bin = Buffer.from(['meshopt', '\0', 'webp0', '\0\0\0', 'webp-one'].join(''))

  function glbOf(gltf: object): Uint8Array {
    const text = Buffer.from(JSON.stringify(gltf))
    const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 32)])
    const head = Buffer.alloc(28)
    head.writeUInt32LE(padded.length, 12)
    head.writeUInt32LE(bin.length, 20)
    return Buffer.concat([head.subarray(0, 20), padded, head.subarray(20), bin])
  }

  it('[MODEL-152] are told by what they are for; one for two things stays', () => {
    const found = imagesOf(glbOf(json)).map(({ kind, bytes }) => [kind, Buffer.from(bytes).toString()])
    expect(found).toEqual([
      [undefined, 'webp0'],
      ['data', 'webp-one'],
    ])
  })

  it('[MODEL-152] one is replaced, the other and the compressed shape stay byte for byte', () => {
    const made = withKtx2(glbOf(json), new Map([[1, Buffer.from('ktx2!ktx2!ktx2')]]))
    expect(imagesOf(made).map(({ bytes, mimeType }) => [mimeType, Buffer.from(bytes).toString()])).toEqual([
      ['image/webp', 'webp0'],
      ['image/ktx2', 'ktx2!ktx2!ktx2'],
    ])
    const length = Buffer.from(made).readUInt32LE(12)
    const gltf = JSON.parse(
      Buffer.from(made)
        .subarray(20, 20 + length)
        .toString(),
    ) as typeof json
    const place = gltf.bufferViews[0]?.extensions?.EXT_meshopt_compression
    const start = 28 + length + (place?.byteOffset ?? -1)
    expect(
      Buffer.from(made)
        .subarray(start, start + (place?.byteLength ?? 0))
        .toString(),
    ).toBe('meshopt')
    expect(gltf.textures).toEqual([
      { extensions: { EXT_texture_webp: { source: 0 } } },
      { extensions: { KHR_texture_basisu: { source: 1 } } },
    ])
    expect(gltf.extensionsRequired).toEqual(['EXT_meshopt_compression', 'EXT_texture_webp', 'KHR_texture_basisu'])
    expect(Buffer.from(made).readUInt32LE(8)).toBe(made.length)
  })
})
