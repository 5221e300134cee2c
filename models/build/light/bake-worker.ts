// One worker thread of the bake: takes samples in blocks off a shared counter, writes what it gathers into shared memory.

import { parentPort, workerData } from 'node:worker_threads'
import { at } from '../kit/part.ts'
import { type BakeInput, CHART_STRIDE, PROBES, probeSpot } from './bake-input.ts'
import { envDirection } from './environment.ts'
import { Gatherer, type Point } from './gather.ts'

export interface WorkerData {
  readonly input: BakeInput
  readonly light: Float32Array
  readonly next: Float32Array
  readonly back: Uint8Array
  readonly counter: Int32Array
}

export type Job =
  | { readonly kind: 'pass'; readonly pass: number; readonly rays: number }
  | {
      readonly kind: 'environment'
      readonly out: Float32Array
      readonly width: number
      readonly height: number
      readonly rays: number
    }

const BLOCK = 512
const { input, light, next, back, counter } = workerData as WorkerData
const gatherer = new Gatherer(input, light)
const vertexCount = input.vertices.length / 6
const AXES = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
] as const

/** Finds the chart of a texel by bisection over the charts' first samples. */
function chartAt(sample: number): number {
  let [low, high] = [0, input.charts.length / CHART_STRIDE - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at(input.charts, middle * CHART_STRIDE + 14) <= sample) low = middle
    else high = middle - 1
  }
  return low
}

function texelPoint(sample: number): Point {
  const c = chartAt(sample) * CHART_STRIDE
  const value = (i: number) => at(input.charts, c + i)
  const [columns, rows] = [value(12), value(13)]
  const local = sample - value(14)
  const inside = (k: number, count: number) => Math.min(1 - 0.3 / count, Math.max(0.3 / count, k / (count - 1)))
  const [s, t] = [inside(local % columns, columns), inside(Math.floor(local / columns), rows)]
  const p = (k: number) => value(k) + value(3 + k) * s + value(6 + k) * t
  return { p: [p(0), p(1), p(2)], n: [value(9), value(10), value(11)] }
}

function pointOf(sample: number): Point {
  if (sample < input.texels) return texelPoint(sample)
  const v = sample - input.texels
  if (v < vertexCount) {
    const value = (i: number) => at(input.vertices, 6 * v + i)
    return { p: [value(0), value(1), value(2)], n: [value(3), value(4), value(5)] }
  }
  const cell = v - vertexCount
  const row = Math.floor(cell / PROBES.columns)
  return { p: probeSpot(cell % PROBES.columns, row % PROBES.rows), n: at(AXES, Math.floor(row / PROBES.rows)) }
}

function* blocks(count: number): Generator<[number, number]> {
  for (;;) {
    const from = Atomics.add(counter, 0, 1) * BLOCK
    if (from >= count) return
    yield [from, Math.min(count, from + BLOCK)]
  }
}

/** Small charts have no neighbours to smooth with and probes none at all: they get more rays. */
function boost(sample: number): number {
  if (sample >= input.texels + vertexCount) return 2
  if (sample >= input.texels) return 1
  const c = chartAt(sample) * CHART_STRIDE
  return at(input.charts, c + 12) * at(input.charts, c + 13) <= 40 ? 4 : 1
}

function runPass(pass: number, rays: number): void {
  for (const [from, to] of blocks(input.samples))
    for (let k = from; k < to; k++) {
      const share = gatherer.sample(pointOf(k), k * 2 + pass, rays * boost(k), next, 3 * k)
      back[k] = k < input.texels && share > 0.4 ? 1 : 0
    }
}

function runEnvironment(job: Extract<Job, { kind: 'environment' }>): void {
  const radiance = new Float64Array(3)
  for (const [from, to] of blocks(job.width * job.height))
    for (let k = from; k < to; k++)
      for (let i = 0; i < job.rays; i++) {
        const [p, d, strip] = envDirection(k, i, job)
        if (strip) radiance.set(strip)
        else gatherer.look(p, d, radiance)
        for (let c = 0; c < 3; c++) job.out[3 * k + c] = at(job.out, 3 * k + c) + at(radiance, c) / job.rays
      }
}

parentPort?.on('message', (job: Job) => {
  if (job.kind === 'pass') runPass(job.pass, job.rays)
  else runEnvironment(job)
  parentPort?.postMessage(gatherer.rays)
})
parentPort?.postMessage(0)
