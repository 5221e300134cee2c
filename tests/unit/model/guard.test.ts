// What the guards must see in text and pictures before any library does; cases beside the hostile files.

import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { Findings, ModelFault, plainName } from '../../../models/pipeline/fault.ts'
import { readJpeg } from '../../../models/pipeline/guard/jpeg.ts'
import { parseJson } from '../../../models/pipeline/guard/json-text.ts'
import { readPng } from '../../../models/pipeline/guard/png.ts'
import { readWebp } from '../../../models/pipeline/guard/webp.ts'

const plain = { create: { width: 20, height: 10, channels: 3, background: '#c04020' } } as const

async function refusal(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'taken'
  } catch (error) {
    if (error instanceof ModelFault) return error.remark.code
    throw error
  }
}

const json = (text: string) => parseJson(new TextEncoder().encode(text), new Findings())

describe('guards', () => {
  it('[MODEL-14] a key twice is found however it is written, and brackets in texts are no depth', async () => {
    expect(await refusal(() => json('{"a":1,"b":{"a":2}}'))).toBe('taken')
    expect(await refusal(() => json('{"a":1,"\\u0061":2}'))).toBe('model.json-duplicate')
    expect(await refusal(() => json(`{"a":"${'['.repeat(500)}"}`))).toBe('taken')
    expect(await refusal(() => json(`${'['.repeat(65)}${']'.repeat(65)}`))).toBe('model.json-depth')
    expect(await refusal(() => json('{"a":"x'))).toBe('model.json')
    expect(await refusal(() => json('{"a":-1e400}'))).toBe('model.not-finite')
  })

  it('[MODEL-15] good PNG, JPEG and WebP are read by their headers, with all kinds of PNG', async () => {
    for (const options of [{}, { palette: true }, { progressive: true }]) {
      const png = await sharp(plain).png(options).toBuffer()
      expect(await readPng(new Uint8Array(png), '')).toMatchObject({ width: 20, height: 10 })
    }
    const jpeg = await sharp(plain).jpeg({ progressive: true }).toBuffer()
    expect(readJpeg(new Uint8Array(jpeg), '')).toMatchObject({ width: 20, height: 10 })
    for (const options of [{}, { lossless: true }]) {
      const webp = await sharp(plain).webp(options).toBuffer()
      expect(readWebp(new Uint8Array(webp), '')).toMatchObject({ width: 20, height: 10 })
    }
  })

  it('[MODEL-15] texts, profiles and positions inside pictures do not go on', async () => {
    const jpeg = await sharp(plain)
      .withExif({ IFD0: { Copyright: 'secret' } })
      .withIccProfile('srgb')
      .jpeg()
      .toBuffer()
    const png = await sharp(plain)
      .withExif({ IFD0: { Copyright: 'secret' } })
      .png()
      .toBuffer()
    expect(jpeg.includes('secret') && png.includes('secret')).toBe(true)
    const kept = [readJpeg(new Uint8Array(jpeg), '').bytes, (await readPng(new Uint8Array(png), '')).bytes]
    for (const bytes of kept) {
      expect(Buffer.from(bytes).includes('secret')).toBe(false)
      expect(await sharp(bytes).raw().toBuffer()).toHaveLength(600)
    }
  })

  it('[MODEL-15] a PNG that holds fewer or more rows than it declares is refused', async () => {
    const png = new Uint8Array(await sharp(plain).png().toBuffer())
    expect(await refusal(() => readPng(png.subarray(0, png.length - 20), ''))).toBe('model.image')
    expect(await refusal(() => readPng(withHeight(png, 10), ''))).toBe('taken')
    expect(await refusal(() => readPng(withHeight(png, 9), ''))).toBe('model.image')
    expect(await refusal(() => readPng(withHeight(png, 11), ''))).toBe('model.image')
  })

  it('[MODEL-16] names are shown without control, direction and markup characters', () => {
    expect(plainName('booth\u202Egpj.exe\u0000<b>')).toBe('boothgpj.exeb')
    expect(plainName('名'.repeat(500))).toHaveLength(80)
    expect(plainName('青岛 e\u0301')).toBe('青岛 é')
  })
})

/** The PNG with another height in its header, checksum right. */
function withHeight(png: Uint8Array, height: number): Uint8Array {
  const out = png.slice()
  const view = new DataView(out.buffer)
  view.setUint32(20, height)
  view.setUint32(29, crc32(out.subarray(12, 29)))
  return out
}
