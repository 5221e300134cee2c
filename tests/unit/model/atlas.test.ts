// One atlas for a whole model seen from afar: charts that lie apart, and looks that are where they were.

import { Document as Made, NodeIO } from '@gltf-transform/core'
import { KHRMaterialsTransmission } from '@gltf-transform/extensions'
import { MeshoptSimplifier } from 'meshoptimizer'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { Findings } from '../../../models/pipeline/fault.ts'
import { createIO } from '../../../models/pipeline/open.ts'
import { bakeAtlas } from '../../../models/pipeline/steps/atlas/atlas.ts'
import { chartsOf } from '../../../models/pipeline/steps/atlas/charts.ts'
import { areaOf, packCharts } from '../../../models/pipeline/steps/atlas/pack.ts'
import { Source } from '../../../models/pipeline/steps/atlas/source.ts'
import { plainGlass } from '../../../models/pipeline/steps/glass.ts'
import { dropHidden } from '../../../models/pipeline/steps/hidden.ts'
import { limitDrawCalls } from '../../../models/pipeline/steps/merge.ts'
import { readPixels } from '../../../models/pipeline/steps/pixels.ts'
import { prepare } from '../../../models/pipeline/steps/prepare.ts'
import { cornersOf, floatsOf } from '../../../models/pipeline/steps/scene.ts'
import { glbOf } from './make-glb.ts'

type Document = Parameters<typeof bakeAtlas>[0]
type Primitive = Parameters<typeof cornersOf>[0]

beforeAll(() => MeshoptSimplifier.ready)

const BOX = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) => [k & 1 ? 1 : 0, k & 2 ? 1 : 0, k & 4 ? 1 : 0])
const FACES = [
  0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5,
]

describe('charts', () => {
  const charts = () => chartsOf({ positions: new Float32Array(BOX), corners: new Uint32Array(FACES) })

  it('[MODEL-112] of a box are its six sides, laid flat in their true size', () => {
    expect(charts().map(({ triangles }) => triangles.length)).toEqual([2, 2, 2, 2, 2, 2])
    for (const chart of charts()) expect(areaOf(chart)).toBeCloseTo(1, 5)
  })

  it('[MODEL-112] lie on the atlas without touching, and use more than half of it', () => {
    const side = 64
    const placed = packCharts(
      charts().map((chart) => ({ chart, weight: 1 })),
      side,
      4,
    )
    expect(placed).toHaveLength(6)
    const boxes = (placed ?? []).map(({ chart, x, y, scale }) => ({
      x,
      y,
      right: x + Math.ceil(chart.width * scale),
      below: y + Math.ceil(chart.height * scale),
    }))
    for (const a of boxes) {
      expect([a.x >= 0, a.y >= 4, a.right <= side, a.below <= side]).toEqual([true, true, true, true])
      const touching = boxes.filter((b) => a.x < b.right && b.x < a.right && a.y < b.below && b.y < a.below)
      expect(touching).toEqual([a])
    }
    const scale = placed?.[0]?.scale ?? 0
    expect((6 * scale * scale) / (side * side)).toBeGreaterThan(0.5)
  })
})

/** A square of 2 m that faces forwards, with a picture on it, and others beside it without. */
async function squares(
  plain: readonly { x: number; metal: number; rough: number }[],
  change: (document: Made) => void = () => undefined,
): Promise<Document> {
  const document = new Made()
  const buffer = document.createBuffer()
  const scene = document.createScene()
  const halves = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#ff0000' } })
    .composite([{ input: { create: { width: 16, height: 32, channels: 3, background: '#0000ff' } }, left: 16, top: 0 }])
    .png()
    .toBuffer()
  const picture = document.createTexture().setImage(new Uint8Array(halves)).setMimeType('image/png')
  const add = (x: number, material: ReturnType<Made['createMaterial']>) => {
    const accessor = (type: 'VEC2' | 'VEC3', numbers: number[]) =>
      document.createAccessor().setType(type).setArray(new Float32Array(numbers)).setBuffer(buffer)
    const part = document
      .createPrimitive()
      .setAttribute('POSITION', accessor('VEC3', [-1, 0, 0, 1, 0, 0, -1, 2, 0, 1, 2, 0]))
      .setAttribute('NORMAL', accessor('VEC3', [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]))
      .setAttribute('TEXCOORD_0', accessor('VEC2', [0, 1, 1, 1, 0, 0, 1, 0]))
      .setIndices(
        document
          .createAccessor()
          .setType('SCALAR')
          .setArray(new Uint32Array([0, 1, 2, 1, 3, 2]))
          .setBuffer(buffer),
      )
      .setMaterial(material)
    scene.addChild(document.createNode().setMesh(document.createMesh().addPrimitive(part)).setTranslation([x, 0, 0]))
  }
  add(0, document.createMaterial().setBaseColorTexture(picture).setMetallicFactor(0).setRoughnessFactor(0.9))
  for (const { x, metal, rough } of plain) {
    add(
      x,
      document.createMaterial().setBaseColorFactor([0, 1, 0, 1]).setMetallicFactor(metal).setRoughnessFactor(rough),
    )
  }
  change(document)
  const bytes = await new NodeIO().registerExtensions([KHRMaterialsTransmission]).writeBinary(document)
  return await (await createIO()).readBinary(bytes)
}

async function baked(document: Document): Promise<Primitive> {
  const io = await createIO()
  const whole = await io.readBinary(await io.writeBinary(document))
  await limitDrawCalls(document, 1)
  expect(await bakeAtlas(document, await Source.of(whole), 128)).toBe(true)
  const parts = document
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives())
  expect(parts).toHaveLength(1)
  return parts[0] as Primitive
}

/** What is seen in the middle of each triangle: where it is across, base colour (stored), roughness and metal. */
async function seen(part: Primitive) {
  const material = part.getMaterial()
  const read = async (texture: Parameters<typeof readPixels>[0] | null | undefined) =>
    texture ? await readPixels(texture, 128) : undefined
  const [base, finish] = [
    await read(material?.getBaseColorTexture()),
    await read(material?.getMetallicRoughnessTexture()),
  ]
  const [uv, place] = [floatsOf(part, 'TEXCOORD_0') ?? [], floatsOf(part, 'POSITION') ?? []]
  const colour = floatsOf(part, 'COLOR_0')
  const corners = cornersOf(part)
  return Array.from({ length: corners.length / 3 }, (_, triangle) => {
    const mean = (values: ArrayLike<number>, size: number, k: number) =>
      [0, 1, 2].reduce((sum, c) => sum + (values[(corners[triangle * 3 + c] ?? 0) * size + k] ?? 0) / 3, 0)
    const at = (pixels: typeof base, k: number) => {
      if (!pixels) return 255
      const [x, y] = [Math.floor(mean(uv, 2, 0) * pixels.width), Math.floor(mean(uv, 2, 1) * pixels.height)]
      return pixels.data[(y * pixels.width + x) * 4 + k] ?? 0
    }
    return {
      x: mean(place, 3, 0),
      base: [0, 1, 2].map((k) => Math.round(at(base, k) * (colour ? mean(colour, 4, k) : 1))),
      rough: at(finish, 1) / 255,
      metal: at(finish, 2) / 255,
    }
  })
}

describe('an atlas', () => {
  it('[MODEL-113] shows a picture where it was, and a plain part beside it in its own colour', async () => {
    const triangles = await seen(await baked(await squares([{ x: 4, metal: 0, rough: 0.9 }])))
    expect(triangles).toHaveLength(4)
    for (const { x, base } of triangles) {
      const expected = x > 2 ? [0, 255, 0] : x < 0 ? [255, 0, 0] : [0, 0, 255]
      base.forEach((value, k) => expect(Math.abs(value - (expected[k] ?? 0))).toBeLessThan(40))
    }
  })

  it('[MODEL-114] keeps metal and roughness of each part apart', async () => {
    const triangles = await seen(
      await baked(
        await squares([
          { x: 4, metal: 1, rough: 0.1 },
          { x: 8, metal: 0, rough: 0.6 },
        ]),
      ),
    )
    for (const { x, rough, metal } of triangles) {
      const [m, r] = x > 6 ? [0, 0.6] : x > 2 ? [1, 0.1] : [0, 0.9]
      expect([Math.abs(metal - m) < 0.03, Math.abs(rough - r) < 0.03]).toEqual([true, true])
    }
  })
})

describe('hidden parts', () => {
  const trianglesLeft = async (document: Document) => {
    await limitDrawCalls(document, 1)
    await dropHidden(document)
    return document
      .getRoot()
      .listMeshes()
      .flatMap((mesh) => mesh.listPrimitives())
      .reduce((sum, part) => sum + cornersOf(part).length / 3, 0)
  }

  it('[MODEL-115] inside a closed thing go, what stands beside it stays', async () => {
    const boxes = [
      { size: [2, 2, 2], colour: [1, 0, 0] },
      { size: [0.5, 0.5, 0.5], colour: [0, 1, 0] },
      { size: [0.5, 0.5, 0.5], at: [3, 0, 0], colour: [0, 0, 1] },
    ] as const
    const document = await (await createIO()).readBinary(await glbOf(boxes))
    await prepare(document, new Findings())
    expect(await trianglesLeft(document)).toBe(24)
  })
})

describe('glass without a pass of its own', () => {
  const glass = async (colour: [number, number, number, number]) => {
    const document = await squares([], (made) => {
      const [material] = made.getRoot().listMaterials()
      const transmission = made.createExtension(KHRMaterialsTransmission).createTransmission().setTransmissionFactor(1)
      material?.setBaseColorTexture(null).setBaseColorFactor(colour)
      material?.setExtension('KHR_materials_transmission', transmission)
    })
    await plainGlass(document)
    const [material] = document.getRoot().listMaterials()
    return { alpha: material?.getAlpha() ?? 0, red: material?.getBaseColorFactor()[0] ?? 0 }
  }

  it('[MODEL-116] clear glass is thin, coloured glass is dense and darker than its colour', async () => {
    expect((await glass([1, 1, 1, 1])).alpha).toBeLessThan(0.3)
    const green = await glass([0.1, 0.8, 0.1, 1])
    expect(green.alpha).toBeGreaterThan(0.85)
    expect(green.red).toBeLessThan(0.05)
  })
})
