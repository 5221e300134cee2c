// Zips as agencies pack them: names in GBK, folders, stray system files; and zips that try something.

import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ModelFault } from '../../../models/pipeline/fault.ts'
import { modelInZip, readZip } from '../../../models/pipeline/guard/zip.ts'

interface Entry {
  readonly name: Uint8Array | string
  readonly data: string
  /** The declared size, if it lies. */
  readonly size?: number
  /** General purpose flags; 0x800: the name is UTF-8. */
  readonly flags?: number
}

function zip(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, data, size = Buffer.byteLength(data), flags = 0 } of entries) {
    const label = Buffer.from(name as string)
    const packed = deflateRawSync(Buffer.from(data))
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(label.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(label.length, 28)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, label, packed)
    central.push(entry, label)
    offset += 30 + label.length + packed.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, list, end]))
}

function refusal(entries: readonly Entry[]): string {
  try {
    modelInZip(readZip(zip(entries)))
    return 'taken'
  } catch (error) {
    if (error instanceof ModelFault) return error.remark.code
    throw error
  }
}

describe('zip', () => {
  it('[MODEL-13] names are UTF-8 where they can be, else GBK', () => {
    // 贴图.png in GBK.
    const gbk = new Uint8Array([0xcc, 0xf9, 0xcd, 0xbc, 0x2e, 0x70, 0x6e, 0x67])
    const files = readZip(
      zip([
        { name: gbk, data: 'a' },
        { name: '模型.gltf', data: '{}', flags: 0x800 },
      ]),
    )
    expect([...files.keys()]).toEqual(['贴图.png', '模型.gltf'])
  })

  it('[MODEL-13] the model is found in a folder, with the files beside it', () => {
    const { main, files } = modelInZip(
      readZip(
        zip([
          { name: 'booth/a.gltf', data: '{"a":1}' },
          { name: 'booth/t/x.png', data: 'x' },
          { name: '__MACOSX/._a', data: 'y' },
        ]),
      ),
    )
    expect(Buffer.from(main).toString()).toBe('{"a":1}')
    expect([...files.keys()]).toEqual(['a.gltf', 't/x.png'])
  })

  it('[MODEL-13] paths out of the zip, names twice, archives inside and lies about size are refused', () => {
    const model = { name: 'a.gltf', data: '{}' }
    expect(refusal([model, { name: '../a.png', data: 'x' }])).toBe('model.zip-path')
    expect(refusal([model, { name: 'a/../../b.png', data: 'x' }])).toBe('model.zip-path')
    expect(refusal([model, { name: '/etc/x', data: 'x' }])).toBe('model.zip-path')
    expect(refusal([model, { name: 'C:x', data: 'x' }])).toBe('model.zip-path')
    expect(refusal([model, { name: 'a\\b', data: 'x' }])).toBe('model.zip-path')
    expect(refusal([model, { name: 'é.png', data: 'x' }, { name: 'e\u0301.png', data: 'y' }])).toBe('model.zip-names')
    expect(refusal([model, { name: 'b.zip', data: 'x' }])).toBe('model.zip-nested')
    expect(refusal([model, { name: 'b.png', data: 'xxxx', size: 2 }])).toBe('model.zip-bomb')
    expect(refusal([model, { name: 'b.png', data: 'xxxx', size: 9 }])).toBe('model.zip-bomb')
    expect(refusal([{ ...model, flags: 1 }])).toBe('model.zip-locked')
    expect(refusal([{ name: 'a.txt', data: 'x' }])).toBe('model.zip-no-model')
    expect(refusal([model, { name: 'b.glb', data: '{}' }])).toBe('model.zip-many-models')
  })
})
