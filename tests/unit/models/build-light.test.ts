// The bake's parts: where charts lie on a page, how light becomes a byte, how grain is taken out, and that light repeats itself.

import { expect, it } from 'vitest'
import { box } from '../../../models/build/kit/box.ts'
import { STONE } from '../../../models/build/kit/material.ts'
import { at, newPart, type Scene } from '../../../models/build/kit/part.ts'
import { Pen } from '../../../models/build/kit/pen.ts'
import { type BakeInput, bakeInput, CHART_STRIDE, weldParts } from '../../../models/build/light/bake-input.ts'
import { cleanCharts } from '../../../models/build/light/denoise.ts'
import { ENV, envDirection } from '../../../models/build/light/environment.ts'
import { Gatherer } from '../../../models/build/light/gather.ts'
import { encodeLight, packPages, pageUv } from '../../../models/build/light/pages.ts'

/** Boxes in a row: two equal blocks of two boxes, then a loose one. */
function boxes(): Scene {
  const scene: Scene = { parts: [], charts: [], blocks: [] }
  const pen = new Pen(scene, newPart('boxes'))
  scene.parts.push(pen.part)
  const stand = (x: number) => {
    const first = scene.charts.length
    pen.place(x, 0, 0, 0, () => {
      box(pen, { x: 0, y: 0, z: 0, width: 2, height: 1, depth: 0.6 }, STONE)
      box(pen, { x: 2, y: 0, z: 0, width: 0.4, height: 0.3, depth: 0.6 }, STONE)
    })
    scene.blocks.push([first, scene.charts.length])
  }
  stand(-8)
  stand(8)
  box(pen, { x: 0, y: 0, z: 5, width: 1, height: 1, depth: 1 }, STONE)
  return scene
}

it('[MODEL-62] no two charts share a texel, and equal blocks lie equal', () => {
  const scene = boxes()
  const packing = packPages(scene)
  const taken = new Set<number>()
  for (const chart of scene.charts) {
    const [x, y] = at(packing.spots, chart.id)
    for (let j = 0; j < chart.rows; j++)
      for (let i = 0; i < chart.columns; i++) {
        const texel = (y + j) * packing.pages.hall.width + x + i
        expect(taken.has(texel)).toBe(false)
        taken.add(texel)
      }
  }
  const [a, b] = [at(scene.blocks, 0), at(scene.blocks, 1)]
  const step = (k: number) => {
    const [p, q] = [at(packing.spots, a[0] + k), at(packing.spots, b[0] + k)]
    return [q[0] - p[0], q[1] - p[1]]
  }
  for (let k = 1; k < a[1] - a[0]; k++) expect(step(k)).toEqual(step(0))
})

it('[MODEL-62] a chart corner points at the middle of its texel, to a fiftieth', () => {
  const scene = boxes()
  const packing = packPages(scene)
  for (const chart of scene.charts) {
    const [x, y] = at(packing.spots, chart.id)
    const { width, height } = packing.pages.hall
    const [u, v] = pageUv(chart, packing, 1, 1)
    expect((u / 65535) * width).toBeCloseTo(x + chart.columns - 0.5, 1)
    expect((v / 65535) * height).toBeCloseTo(y + chart.rows - 0.5, 1)
  }
})

it('[MODEL-62] light is stored as the root of a third', () => {
  expect(encodeLight(0)).toBe(0)
  expect(encodeLight(3)).toBe(255)
  expect(encodeLight(9)).toBe(255)
  expect((encodeLight(1) / 255) ** 2 * 3).toBeCloseTo(1, 1)
})

it('[MODEL-63] the same sample gathers the same light again, whatever was gathered between', () => {
  const scene = { ...boxes(), written: [] }
  const { welder, samplesOf } = weldParts(scene)
  const input = { ...bakeInput(scene, samplesOf, welder), lamps: [] }
  const gatherer = new Gatherer(input, new Float32Array(3 * input.samples).fill(0.45))
  const gather = (seed: number) => {
    const out = new Float32Array(3)
    gatherer.sample({ p: [0, 0.001, 0], n: [0, 1, 0] }, seed, 16, out, 0)
    return [...out]
  }
  const first = gather(7)
  expect(gather(8)).not.toEqual(first)
  expect(gather(7)).toEqual(first)
  expect(at(first, 0)).toBeGreaterThan(0.3)
  expect(at(first, 0)).toBeLessThan(1.5)
})

it('[MODEL-63] a texel nobody can see takes the light of its neighbours', () => {
  const charts = new Float64Array(CHART_STRIDE)
  charts.set([5, 5, 0], 12)
  const light = new Float32Array(75).fill(1)
  const back = new Uint8Array(25)
  light.set([0, 0, 0], 3 * 12)
  back[12] = 1
  cleanCharts({ charts } as unknown as BakeInput, light, back)
  expect(at(light, 36)).toBeCloseTo(1, 5)
  expect(back.every((b) => b === 0)).toBe(true)
})

it('[MODEL-63] the environment looks up in its first row and to −x at its left edge', () => {
  const size = { ...ENV, rays: 1 }
  const up = envDirection(10, 0, size)[1]
  expect(up[1]).toBeGreaterThan(0.99)
  const left = envDirection((ENV.height / 2) * ENV.width, 0, size)[1]
  expect(left[0]).toBeLessThan(-0.99)
})
