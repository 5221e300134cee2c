// Other formats than glTF: one box in each of them is the same box, in its colours, with its picture; what stays behind is said.

import { zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../../models/pipeline/fault.ts'
import { type Guarded, guard } from '../../../models/pipeline/guard/guard.ts'
import { createIO, openDocument } from '../../../models/pipeline/open.ts'
import { check, optimise } from '../../../models/pipeline/optimise.ts'
import { MODEL_FORMATS } from '../../../shared/model/formats.ts'
import { CORNERS, fbxInBytes, MTL, objText, picture, samples, tdsBytes } from '../../support/formats/samples.ts'

const text = (words: string) => new TextEncoder().encode(words)
const all = await samples()
const names = Object.keys(all)

async function taken(bytes: Uint8Array, name: string): Promise<{ guarded: Guarded; codes: string[] }> {
  const answer = await guard(bytes, name)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.summary.faults)}`)
  return { guarded: answer.guarded, codes: answer.findings.list().map(({ code }) => code) }
}

const made = async (bytes: Uint8Array, name: string) => {
  const answer = await optimise(bytes, name)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.summary.faults)}`)
  return answer
}

/** Per part its corners one after the other, with where they are and where their surface looks. */
async function corneredParts(guarded: Guarded) {
  const document = await openDocument(await createIO(), guarded)
  const parts = document
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives())
  return parts.map((part) =>
    [...(part.getIndices()?.getArray() ?? [])].map((vertex) => ({
      place: part.getAttribute('POSITION')?.getElement(vertex, [0, 0, 0]) ?? [],
      normal: part.getAttribute('NORMAL')?.getElement(vertex, [0, 0, 0]) ?? [],
      uv: part.getAttribute('TEXCOORD_0')?.getElement(vertex, [0, 0]) ?? [],
    })),
  )
}

describe('other formats', () => {
  it('[MODEL-83] there is a sample of every format that may be uploaded and is not glTF', () => {
    const has = (format: string) => format.startsWith('gl') || names.some((name) => name.endsWith(`.${format}`))
    expect(MODEL_FORMATS.filter((format) => !has(format))).toEqual([])
  })

  it.each(names)('[MODEL-83] %s is taken under its name, and stands as it was drawn, in metres', async (name) => {
    const { report, summary } = await made(all[name] ?? new Uint8Array(), name)
    const [long, high, deep] = report.size
    const sheet = name === 'box.zip' || name === 'box.obj'
    // What is drawn with z up is one high and two deep once it stands.
    const turned = /stl|3ds|fbx|bytes.usdz/.test(name)
    expect([long, high, deep]).toEqual([sheet ? 5 : 3, turned ? 1 : 2, turned ? 2 : 1])
    expect(report.before.triangles).toBe(sheet ? 14 : 12)
    expect(summary.findings.map(({ code }) => code)).toContain('model.found-converted')
  })

  it.each(names.filter((name) => !name.includes('.obj')))('[MODEL-83] %s under no name is the same', async (name) => {
    const answer = await check(all[name] ?? new Uint8Array())
    expect([name, answer.faults]).toEqual([name, []])
  })

  it('[MODEL-83] colours, shine, pictures and where they lie come along from OBJ and MTL', async () => {
    const { guarded } = await taken(all['box.zip'] ?? new Uint8Array(), 'box.zip')
    const painted = guarded.gltf.materials.find(({ pbrMetallicRoughness: pbr }) => pbr?.baseColorTexture)
    expect(painted?.pbrMetallicRoughness?.metallicFactor).toBe(0)
    expect(painted?.pbrMetallicRoughness?.baseColorFactor?.[0]).toBeCloseTo(0.604, 2)
    expect(painted?.pbrMetallicRoughness?.roughnessFactor).toBeCloseTo((2 / 102) ** 0.25, 3)
    expect(guarded.pictures).toHaveLength(1)
    const [{ bytes } = { bytes: new Uint8Array() }] = guarded.pictures
    expect([...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([220, 20, 20])
  })

  it('[MODEL-83] pictures are the right way up: v counts from above, as glTF has it', async () => {
    for (const name of ['box.zip', 'bytes.fbx', 'box.usdz']) {
      const { guarded } = await taken(all[name] ?? new Uint8Array(), name)
      const parts = await corneredParts(guarded)
      const painted = parts.find((corners) => corners.length === 36) ?? []
      // The first side: (0, 0) below at corner 0, (1, 0) below at 2, (1, 1) above at 3, (0, 1) above at 1.
      const wanted = new Map([
        [0, '0,1'],
        [2, '1,1'],
        [3, '1,0'],
        [1, '0,0'],
      ])
      const size = Math.max(...painted.flatMap(({ place }) => place)) / 3
      const found = painted.slice(0, 3).map(({ place, uv }) => {
        const corner = CORNERS.findIndex((each) => each.join() === place.map((value) => value / size).join())
        return [wanted.get(corner), uv.join()]
      })
      expect([name, found]).toEqual([name, found.map(([, uv]) => [uv, uv])])
    }
  })

  it('[MODEL-83] an open surface is shown from both sides, a closed one from outside', async () => {
    const { guarded, codes } = await taken(all['box.zip'] ?? new Uint8Array(), 'box.zip')
    expect(guarded.gltf.materials.map(({ doubleSided }) => doubleSided === true).sort()).toEqual([false, true])
    expect(codes).toContain('model.found-sides-added')
    expect((await taken(all['bytes.stl'] ?? new Uint8Array(), '')).codes).not.toContain('model.found-sides-added')
  })

  it('[MODEL-89] each face of a 3DS wears the material that names it', async () => {
    const { guarded } = await taken(tdsBytes(), 'box.3ds')
    const parts = await corneredParts(guarded)
    const corners = (at: number) =>
      parts[at]?.slice(0, 6).map(({ place }) => CORNERS.findIndex((corner) => corner.join() === place.join()))
    // Red: every even triangle; blue: every odd one.
    expect([corners(0), corners(1)]).toEqual([
      [0, 2, 3, 4, 5, 7],
      [0, 3, 1, 4, 7, 6],
    ])
    const { meshes, materials } = guarded.gltf
    const worn = meshes.flatMap(({ primitives }) => primitives.map(({ material = -1 }) => materials[material]))
    expect(worn.map((one) => one?.pbrMetallicRoughness?.baseColorFactor?.map(Math.ceil))).toEqual([
      [1, 0, 0, 1],
      [0, 0, 1, 1],
    ])
  })

  it('[MODEL-83] a surface without normals is round where its faces meet flatly and keeps its edges elsewhere', async () => {
    // A fan of two: 30° apart, and 90°.
    const at = (angle: number) => `vertex ${Math.cos(angle).toFixed(5)} 0 ${Math.sin(angle).toFixed(5)}`
    const facet = (to: string) =>
      `facet normal 0 0 0\nouter loop\nvertex 0 0 0\nvertex 0 1 0\n${to}\nendloop\nendfacet\n`
    const normals = async (degrees: number) => {
      const angle = (degrees * Math.PI) / 180
      const words = text(
        `solid x\n${facet(at(0))}${facet(at(Math.PI - angle)).replace('0 0 0\nvertex 0 1 0', '0 1 0\nvertex 0 0 0')}endsolid x\n`,
      )
      const { guarded } = await taken(words, 'a.stl')
      const [corners = []] = await corneredParts(guarded)
      return [corners[0], corners[4]].map((corner) => corner?.normal.map((value) => value.toFixed(3)))
    }
    const [flat, flatToo] = await normals(30)
    expect(flat).toEqual(flatToo)
    const [edge, other] = await normals(90)
    expect(edge).not.toEqual(other)
  })

  it('[MODEL-84] a picture inside the file is used; one that is not there is named', async () => {
    const { guarded, codes } = await taken(fbxInBytes(await picture()), 'a.fbx')
    expect([guarded.pictures.length, codes.includes('model.found-pictures-missing')]).toEqual([1, false])
    const without = await guard(fbxInBytes(), 'a.fbx')
    expect(without.summary.findings).toContainEqual({
      code: 'model.found-pictures-missing',
      detail: { count: 1, names: 'paint.png' },
    })
    const zip = zipSync({ 'a.fbx': fbxInBytes(), 'maps/PAINT.PNG': await picture() })
    expect((await taken(zip, 'a.zip')).guarded.pictures).toHaveLength(1)
  })

  it('[MODEL-84] unit, upright, lights, cameras and missing materials are said', async () => {
    const codes = async (name: string) => (await taken(all[name] ?? new Uint8Array(), name)).codes
    expect(await codes('bytes.fbx')).toEqual(
      expect.arrayContaining(['model.found-unit', 'model.found-turned-up', 'model.found-cameras-removed']),
    )
    expect(await codes('box.3ds')).toContain('model.found-lights-removed')
    expect(await codes('box.obj')).toContain('model.found-materials-missing')
    expect(await codes('box.usdz')).toContain('model.found-unit')
  })

  it('[MODEL-88] TGA and BMP become PNG, the right way up', async () => {
    const head = Buffer.alloc(18)
    head.set([2], 2)
    head.writeUInt16LE(1, 12)
    head.writeUInt16LE(2, 14)
    head.writeUInt8(24, 16)
    // Rows from below, blue green red: the lower one red, the upper one blue.
    const tga = Buffer.concat([head, Buffer.from([0, 0, 255, 255, 0, 0])])
    const bmp = Buffer.alloc(54 + 8)
    bmp.write('BM')
    bmp.writeUInt32LE(54, 10)
    bmp.writeInt32LE(1, 18)
    bmp.writeInt32LE(2, 22)
    bmp.writeUInt16LE(24, 28)
    bmp.set([0, 0, 255, 0, 255, 0, 0, 0], 54)
    for (const [name, bytes] of [
      ['paint.tga', tga],
      ['paint.bmp', bmp],
    ] as const) {
      const materials = text(MTL.replace('paint.png', name))
      const zip = zipSync({ 'box.obj': text(objText()), 'box.mtl': materials, [name]: new Uint8Array(bytes) })
      const { guarded } = await taken(zip, 'a.zip')
      const raw = await sharp(guarded.pictures[0]?.bytes).removeAlpha().raw().toBuffer()
      expect([name, [...raw]]).toEqual([name, [0, 0, 255, 255, 0, 0]])
    }
  })

  it('[MODEL-88] no picture is looked for outside of what was sent', async () => {
    for (const address of ['http://example.com/a.png', 'file:///etc/passwd', 'ftp://example.com/a.png']) {
      const zip = zipSync({ 'box.obj': text(objText()), 'box.mtl': text(MTL.replace('textures\\paint.png', address)) })
      expect((await check(zip)).faults[0]?.code).toBe('model.external-uri')
    }
    const zip = zipSync({
      'box.obj': text(objText()),
      'box.mtl': text(MTL.replace('textures\\paint.png', '../../x.png')),
    })
    const findings = (await check(zip)).findings.map(({ code }) => code)
    expect(findings).toContain('model.found-pictures-missing')
  })

  it('[MODEL-96] of several kinds in one zip the one that keeps most is taken, of several of one kind none', async () => {
    const obj = text(objText())
    const both = zipSync({ 'a.obj': obj, 'deep/b.fbx': fbxInBytes(), 'c.stl': all['bytes.stl'] ?? obj })
    expect((await taken(both, 'a.zip')).codes).toContain('model.found-cameras-removed')
    expect((await check(zipSync({ 'a.obj': obj, 'b.obj': obj }))).faults[0]?.code).toBe('model.zip-many-models')
    expect((await check(zipSync({ 'a.txt': obj }))).faults[0]?.code).toBe('model.zip-no-model')
  })

  it('[MODEL-87] nothing of a loader stays behind: console, window, addresses and prototypes are as before', async () => {
    const said = () => Reflect.get(globalThis.console, 'warn') as unknown
    const before = [said(), URL.createObjectURL, globalThis.Blob, Reflect.ownKeys(Object.prototype).length]
    for (const name of names) await guard(all[name] ?? new Uint8Array(), name)
    await guard(text('; FBX\nFBXHeaderExtension:  {\n\tFBXVersion: 7400\n}\n'), 'a.fbx')
    const after = [said(), URL.createObjectURL, globalThis.Blob, Reflect.ownKeys(Object.prototype).length]
    expect(after).toEqual(before)
    expect('window' in globalThis).toBe(false)
    expect(new Findings().list()).toEqual([])
  })
})
