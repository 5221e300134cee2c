// What other formats may not do before a loader sees them, and what is said to files that only their own program can read.

import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { check } from '../../../models/pipeline/optimise.ts'
import { EXPORT_CODES, exportAdvice, isUploadName } from '../../../shared/model/formats.ts'
import {
  chunk,
  fbxTree,
  objText,
  plyBytes,
  samples,
  stlBytes,
  stlWords,
  tdsBytes,
} from '../../support/formats/samples.ts'
import { fbx, fbxBytes, fbxWords } from '../../support/formats/write-fbx.ts'
import { seeded } from '../../support/seeded.ts'

const text = (words: string) => new TextEncoder().encode(words)
const code = async (bytes: Uint8Array, name = '') => (await check(bytes, name)).faults[0]?.code ?? 'taken'

/** A copy with a 32-bit number, little-endian, written over. */
function withNumber(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const out = bytes.slice()
  new DataView(out.buffer).setUint32(at, value, true)
  return out
}

const find = (bytes: Uint8Array, words: string) => Buffer.from(bytes).indexOf(words)

describe('guards of other formats', () => {
  it('[MODEL-86] STL: a count that lies, a text that never closes, numbers that are none', async () => {
    expect(await code(withNumber(stlBytes(), 80, 0x7fffffff), 'a.stl')).toBe('model.length-lies')
    expect(await code(text(`solid x\n${'facet normal 0 0 0 '.repeat(50_000)}`), 'a.stl')).toBe('model.damaged')
    const words = Buffer.from(stlWords()).toString()
    expect(await code(text(words.replace('vertex 3', 'vertex nan')), 'a.stl')).toBe('model.damaged')
    expect(await code(text(words.slice(0, words.length - 30)), 'a.stl')).toBe('model.truncated')
  })

  it('[MODEL-86] PLY: more declared than there is, points alone, a head without an end, keys of every object', async () => {
    const head = (words: string) => text(`ply\nformat binary_little_endian 1.0\n${words}end_header\n`)
    const point = 'property float x\nproperty float y\nproperty float z\n'
    const faces = (count: number) => `element face ${count}\nproperty list uint int vertex_indices\n`
    expect(await code(head(`element vertex 5000000\n${point}${faces(1)}`))).toBe('model.truncated')
    expect(await code(head(`element vertex 1\n${point}`))).toBe('model.points-only')
    expect(await code(head(`element vertex 1\n${point}${faces(4_000_000_000)}`))).toBe('model.triangles')
    expect(await code(text(`ply\nformat ascii 1.0\n${'comment x\n'.repeat(10)}`))).toBe('model.damaged')
    expect(await code(head(`element __proto__ 1\n${point}${faces(1)}`))).toBe('model.damaged')
    const list = plyBytes()
    list.set([255], list.length - 17)
    expect(await code(list)).toBe('model.truncated')
  })

  it('[MODEL-86] 3DS: chunks of length 0, longer than their parent, corners that are not there', async () => {
    const good = tdsBytes()
    for (const length of [0, 5, 0x7fffffff]) expect(await code(withNumber(good, 24, length))).toBe('model.length-lies')
    expect(await code(good.slice(0, good.length - 4))).toBe('model.truncated')
    const corner = find(good, '\x20\x41') + 8
    const out = good.slice()
    new DataView(out.buffer).setUint16(corner, 900, true)
    expect(await code(out)).toBe('model.index-range')
    expect(await code(new Uint8Array(chunk(0x4d4d, chunk(0x3d3d, Buffer.alloc(60)))))).toBe('model.length-lies')
  })

  it('[MODEL-86] FBX in bytes: nodes beyond their parent, arrays that inflate to more, depth, keys of every object', async () => {
    const tree = fbxTree()
    const good = fbxBytes(tree)
    expect(await code(withNumber(good, 27, good.length + 1))).toBe('model.length-lies')
    expect(await code(withNumber(good, 27, 20))).toBe('model.length-lies')
    // The box's corners: 24 numbers, packed.
    const count = find(good, 'Verticesd') + 9
    expect(await code(withNumber(good, count, 23))).toBe('model.zip-bomb')
    expect(await code(withNumber(good, count, 25))).toBe('model.length-lies')
    expect(await code(withNumber(good, count, 0x0fffffff))).toBe('model.accessor-bomb')
    let deep = fbx('Deep')
    for (let at = 0; at < 100; at++) deep = fbx('Deep', [], [deep])
    expect(await code(fbxBytes([...tree, deep]))).toBe('model.json-depth')
    expect(await code(fbxBytes([...tree, fbx('Objects', [], [fbx('__proto__', [{ L: 1 }])])]))).toBe('model.damaged')
    expect(await code(withNumber(good, 23, 6100))).toBe('model.fbx-old')
  })

  it('[MODEL-86] FBX in words: depth, lines that go on for ever, keys of every object, old versions', async () => {
    const words = Buffer.from(fbxWords(fbxTree())).toString()
    expect(await code(text(words), 'a.fbx')).toBe('taken')
    expect(await code(text(`${words}${'A: {\n'.repeat(100)}`))).toBe('model.json-depth')
    expect(await code(text(`${words}1\n${'1\n'.repeat(1000)}`))).toBe('model.damaged')
    expect(await code(text(`${words}constructor: 5, {\n}\n`))).toBe('model.damaged')
    expect(await code(text(words.replace('FBXVersion: 7400', 'FBXVersion: 6100')))).toBe('model.fbx-old')
    expect(await code(text(words.slice(0, words.length - 4)))).toBe('model.truncated')
  })

  it('[MODEL-86] OBJ: corners that are not there, faces with no end, points alone', async () => {
    const obj = objText()
    expect(await code(text(obj.replace('f -4/1', 'f -400/1')), 'a.obj')).toBe('model.index-range')
    expect(await code(text(obj.replace('f -4/1', 'f 99999999/1')), 'a.obj')).toBe('model.index-range')
    expect(await code(text(`${obj}f ${'1 '.repeat(5000)}\n`), 'a.obj')).toBe('model.damaged')
    expect(await code(text(obj.replace(/^f .*$/gm, '')), 'a.obj')).toBe('model.points-only')
    expect(await code(text(obj.replace('v 3 0 0', 'v nan 0 0')), 'a.obj')).toBe('model.not-finite')
  })

  it('[MODEL-86] USDZ: addresses outside, scenes that hold themselves, depth, keys of every object', async () => {
    const scene = (words: string) => zipSync({ 'a.usda': text(`#usda 1.0\n${words}`) }, { level: 0 })
    expect(await code(scene('asset inputs:file = @http://example.com/a.png@\n'))).toBe('model.external-uri')
    expect(await code(scene(`${'def Xform "a"\n{\n'.repeat(80)}${'}\n'.repeat(80)}`))).toBe('model.json-depth')
    expect(await code(scene('def "__proto__"\n{\n}\n'))).toBe('model.damaged')
    const twice = 'def "a" (\n    references = @a.usda@\n)\n{\n}\ndef "b" (\n    references = @a.usda@\n)\n{\n}\n'
    expect(await code(scene(twice))).toBe('model.node-cycle')
    const layers = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `${String.fromCharCode(97 + at)}.usda`,
        text(
          `#usda 1.0\n${`def "x" (\n    references = @${String.fromCharCode(98 + at)}.usda@\n)\n{\n}\n`.repeat(10)}`,
        ),
      ]),
    )
    expect(await code(zipSync(layers, { level: 0 }))).toBe('model.node-count')
  })

  it('[MODEL-87] every sample damaged anywhere is refused or taken, and is no fault', async () => {
    const random = seeded(80)
    const all = Object.entries(await samples())
    const codes = new Set<string>()
    for (let at = 0; at < 250; at++) {
      const [name, bytes] = all[at % all.length] ?? ['', new Uint8Array()]
      const out = bytes.slice(0, random() < 0.2 ? Math.ceil(random() * bytes.length) : bytes.length)
      for (let k = 0; k < 1 + random() * 5; k++) out[Math.floor(random() * out.length)] = Math.floor(random() * 256)
      codes.add(await code(out, name))
    }
    expect(codes.size).toBeGreaterThan(8)
  })

  it('[MODEL-85] what only its own program reads is refused with how to export, by its bytes whatever its name', async () => {
    const marks = {
      'model.export-blender': 'BLENDER-v300REND',
      'model.export-cinema': 'QC4DC4D6',
      'model.export-maya': '//Maya ASCII 2023 scene\n',
      'model.export-autocad': 'AC1032\0\0',
      'model.export-rhino': '3D Geometry File Format       70',
      'model.export-ifc': "ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));",
      'model.export-cad': "ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('AUTOMOTIVE_DESIGN'));",
      'model.export-collada': '<?xml version="1.0"?>\n<COLLADA xmlns="x">',
      'model.export-usd': '#usda 1.0\n',
      'model.export-zip': 'Rar!\x1a\x07\x01\0',
    }
    for (const [wanted, mark] of Object.entries(marks)) {
      const bytes = new Uint8Array(Buffer.from(mark.padEnd(200), 'latin1'))
      for (const name of ['booth.glb', 'booth.obj', '']) expect([name, await code(bytes, name)]).toEqual([name, wanted])
    }
  })

  it('[MODEL-85] by its name where the bytes do not say, also inside a zip; every such code has a name', async () => {
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(100).fill(0)])
    expect(await code(ole, '展台.MAX')).toBe('model.export-max')
    expect(await code(ole, 'tower.rvt')).toBe('model.export-revit')
    expect(await code(zipSync({ 'a/booth.skp': ole }))).toBe('model.export-sketchup')
    const names = [
      'max',
      'skp',
      'blend',
      'c4d',
      'ma',
      'dwg',
      'rvt',
      'ifc',
      'stp',
      '3dm',
      'sldprt',
      'dae',
      'usda',
      'rar',
    ]
    expect(names.map((ending) => exportAdvice(`a.${ending}`)).sort()).toEqual([...EXPORT_CODES].sort())
    expect(['a.GLB', 'a.fbx', 'a.zip', 'a.stl'].every(isUploadName)).toBe(true)
    expect(['a.exe', 'glb', 'a.max', 'a.zip.exe'].some(isUploadName)).toBe(false)
  })
})
