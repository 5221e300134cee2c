// What is mended in a model has a line with its count, and a model with nothing to mend has none.

import { Document, NodeIO } from '@gltf-transform/core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { check, optimise } from '../../../models/pipeline/optimise.ts'
import { type BoxPart, glbOf } from './make-glb.ts'

const lines = async (bytes: Uint8Array) =>
  new Map((await check(bytes)).findings.map(({ code, detail }) => [code, detail]))

/** A box's GLB opened, changed, and written again. */
async function changed(parts: readonly BoxPart[], change: (document: Document) => void | Promise<void>) {
  const io = new NodeIO()
  const document = await io.readBinary(await glbOf(parts))
  await change(document)
  return await io.writeBinary(document)
}

/** The JSON of a GLB changed. */
function withJson(glb: Uint8Array, change: (json: { nodes: Record<string, unknown>[] }) => void): Uint8Array {
  const view = new DataView(glb.buffer, glb.byteOffset)
  const length = view.getUint32(12, true)
  const json = JSON.parse(Buffer.from(glb.subarray(20, 20 + length)).toString()) as { nodes: Record<string, unknown>[] }
  change(json)
  const text = Buffer.from(JSON.stringify(json))
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 0x20)])
  const head = Buffer.from(glb.subarray(0, 20))
  head.writeUInt32LE(20 + padded.length + glb.length - 20 - length, 8)
  head.writeUInt32LE(padded.length, 12)
  return new Uint8Array(Buffer.concat([head, padded, glb.subarray(20 + length)]))
}

const BOX: BoxPart = { size: [4, 2, 3], at: [0, 1, 0] }
const FAR: BoxPart = { size: [1, 2, 1], at: [4, 1, 0], colour: [0.9, 0.1, 0.1] }

describe('mending', () => {
  it('[MODEL-91] a model with nothing to mend has no line but for the normals it lacks', async () => {
    expect([...(await lines(await glbOf([BOX]))).keys()]).toEqual(['model.found-normals-made'])
  })

  it('[MODEL-90] hidden parts are left out with all below them, and said', async () => {
    const glb = withJson(await glbOf([BOX, FAR]), (json) => {
      const [, second] = json.nodes
      if (second) second.extensions = { KHR_node_visibility: { visible: false } }
    })
    const answer = await check(glb)
    expect(answer.findings).toContainEqual({ code: 'model.found-hidden-removed', detail: { count: 1 } })
    expect(answer.counts?.drawCalls).toBe(1)
    const all = withJson(await glbOf([BOX]), (json) => {
      for (const node of json.nodes) node.extensions = { KHR_node_visibility: { visible: false } }
    })
    expect((await check(all)).faults[0]?.code).toBe('model.empty-scene')
  })

  it('[MODEL-91] empty nodes, data that nothing uses, copies of materials and shapes: removed and counted', async () => {
    const glb = await changed([BOX, FAR, { ...FAR, at: [-4, 1, 0] }], (document) => {
      const scene = document.getRoot().listScenes()[0]
      scene?.addChild(document.createNode().addChild(document.createNode()))
      document.createMaterial()
      document
        .createAccessor()
        .setArray(new Float32Array(30))
        .setBuffer(document.getRoot().listBuffers()[0] ?? null)
    })
    const found = await lines(glb)
    expect(found.get('model.found-empty-removed')).toEqual({ count: 2 })
    expect(found.get('model.found-unused-removed')).toEqual({ count: 2 })
    expect(found.get('model.found-materials-merged')).toEqual({ count: 1 })
    expect(found.get('model.found-meshes-merged')).toEqual({ count: 1 })
  })

  it('[MODEL-92] a doubtful unit is said with both sizes; told, there is no doubt', async () => {
    const big = await glbOf([{ size: [800, 300, 400], at: [0, 150, 0] }])
    const doubt = (await lines(big)).get('model.found-unit-unsure')
    expect(doubt).toEqual({ unit: 'cm', size: 8, other: 'mm', otherSize: 0.8 })
    const told = await optimise(big, 'a.glb', 'mm')
    expect(told.summary.findings.map(({ code }) => code)).not.toContain('model.found-unit-unsure')
    expect(told.ok && told.report.size[0]).toBeCloseTo(2.4, 2)
    const inches = await optimise(await glbOf([{ size: [120, 80, 40], at: [0, 40, 0] }]), 'a.glb', 'inch')
    expect(inches.ok && inches.report.size).toEqual([3.048, 2.032, 1.016])
  })

  it('[MODEL-93] an origin away from the middle of the floor is said, with how far in metres', async () => {
    const off = await lines(await glbOf([{ size: [400, 200, 300], at: [300, 100, 400] }]))
    expect(off.get('model.found-pivot-moved')).toEqual({ metres: 5 })
    expect((await lines(await glbOf([BOX]))).has('model.found-pivot-moved')).toBe(false)
  })

  it('[MODEL-94] normals that were made, large textures and joined parts are counted', async () => {
    const picture = await sharp({ create: { width: 1500, height: 10, channels: 3, background: '#123456' } })
      .png()
      .toBuffer()
    const glb = await changed([BOX, FAR, { ...FAR, at: [-4, 1, 0] }], (document) => {
      const texture = document.createTexture().setImage(new Uint8Array(picture)).setMimeType('image/png')
      for (const material of document.getRoot().listMaterials()) material.setBaseColorTexture(texture)
    })
    const made = await optimise(glb, 'a.glb')
    const found = new Map(made.summary.findings.map(({ code, detail }) => [code, detail]))
    expect(found.get('model.found-normals-made')).toEqual({ count: 3 })
    expect(found.get('model.found-textures-smaller')).toEqual({ count: 1, side: 1024 })
    const joined = found.get('model.found-parts-joined')
    expect([joined?.before, Number(joined?.count) < 3]).toEqual([3, true])
  })

  it('[MODEL-95] keys of an animation that say nothing new go, and are counted', async () => {
    const glb = await changed([BOX], (document) => {
      const buffer = document.getRoot().listBuffers()[0] ?? null
      const times = document
        .createAccessor()
        .setType('SCALAR')
        .setArray(Float32Array.from([0, 1, 2, 3, 4]))
        .setBuffer(buffer)
      const moves = Float32Array.from([0, 1, 2, 3, 4].flatMap((x) => [x, 0, 0]))
      const values = document.createAccessor().setType('VEC3').setArray(moves).setBuffer(buffer)
      const sampler = document.createAnimationSampler().setInput(times).setOutput(values)
      const channel = document
        .createAnimationChannel()
        .setSampler(sampler)
        .setTargetNode(document.getRoot().listNodes()[0] ?? null)
        .setTargetPath('translation')
      document.createAnimation().addSampler(sampler).addChannel(channel)
    })
    expect((await lines(glb)).get('model.found-animations-trimmed')).toEqual({ count: 3 })
  })
})
