// Runs the bake: two passes over all samples in worker threads, cleaning after each, then the environment picture.
// The same scene and rays give the same bytes, however the threads run.

import { Worker } from 'node:worker_threads'
import { at, type Part } from '../kit/part.ts'
import type { HallScene } from '../scene.ts'
import { type BakeInput, bakeInput, CHART_STRIDE, PROBES, weldParts } from './bake-input.ts'
import type { Job, WorkerData } from './bake-worker.ts'
import { cleanCharts, smoothVertices } from './denoise.ts'
import { ENV } from './environment.ts'

export interface Quality {
  readonly rays: number
  readonly passes: number
}

export const FINAL: Quality = { rays: 30, passes: 2 }
export const DRAFT: Quality = { rays: 10, passes: 2 }

export interface Baked {
  readonly input: BakeInput
  /** Light of a vertex of a part as three numbers; only for vertices that carry their own. */
  readonly vertex: (part: Part, i: number) => readonly [number, number, number]
  readonly firstTexel: (chart: number) => number
  readonly light: Float32Array
  /** The probe grid's samples: columns × (rows · directions), three numbers each. */
  readonly probes: Float32Array
  readonly environment: Float32Array
}

const START = 0.45

const shared = (floats: number) => new Float32Array(new SharedArrayBuffer(floats * 4))

function sharedInput(input: BakeInput): BakeInput {
  const copy = <T extends Float32Array | Int32Array | Float64Array>(from: T): T => {
    const bytes = new SharedArrayBuffer(from.byteLength)
    const to = new (from.constructor as new (b: SharedArrayBuffer) => T)(bytes)
    to.set(from as never)
    return to
  }
  const { corners, albedo, chartOf, sampleOf, charts, vertices } = input
  return {
    ...input,
    corners: copy(corners),
    albedo: copy(albedo),
    chartOf: copy(chartOf),
    sampleOf: copy(sampleOf),
    charts: copy(charts),
    vertices: copy(vertices),
  }
}

/** A few worker threads that answer each job together. */
async function crew(data: WorkerData, size: number): Promise<{ run: (job: Job) => Promise<number>; end: () => void }> {
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL('./start-worker.mjs', import.meta.url), { workerData: data }),
  )
  const answer = (worker: Worker) =>
    new Promise<number>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  await Promise.all(workers.map(answer))
  return {
    run: async (job) => {
      data.counter[0] = 0
      const answers = workers.map(answer)
      for (const worker of workers) worker.postMessage(job)
      return (await Promise.all(answers)).reduce((a, b) => a + b, 0)
    },
    end: () => {
      for (const worker of workers) void worker.terminate()
    },
  }
}

/** Bakes a scene. `say` hears how far it is; `threads` changes the time only. */
export async function bake(
  scene: HallScene,
  quality: Quality,
  say: (line: string) => void,
  threads = 2,
): Promise<Baked> {
  const { welder, samplesOf } = weldParts(scene)
  const input = bakeInput(scene, samplesOf, welder)
  const vertexCount = input.vertices.length / 6
  const light = shared(3 * input.samples).fill(START)
  const next = shared(3 * input.samples)
  const back = new Uint8Array(new SharedArrayBuffer(input.samples))
  const counter = new Int32Array(new SharedArrayBuffer(4))
  say(`${input.texels} texels, ${vertexCount} vertices, ${input.corners.length / 9} triangles`)
  const workers = await crew({ input: sharedInput(input), light, next, back, counter }, threads)
  try {
    for (let pass = 0; pass < quality.passes; pass++) {
      const last = pass === quality.passes - 1
      const rays = await workers.run({ kind: 'pass', pass, rays: last ? quality.rays : Math.max(8, quality.rays >> 1) })
      cleanCharts(input, next, back)
      smoothVertices(samplesOf, next, input.texels, vertexCount)
      light.set(next)
      say(`pass ${pass + 1}: ${(rays / 1e6).toFixed(1)} M rays so far`)
    }
    const environment = shared(3 * ENV.width * ENV.height)
    await workers.run({ kind: 'environment', out: environment, ...ENV })
    return {
      input,
      light,
      environment,
      vertex: (part, i) => {
        const k = 3 * (input.texels + at(samplesOf.get(part) ?? [], i))
        return [at(light, k), at(light, k + 1), at(light, k + 2)]
      },
      firstTexel: (chart) => at(input.charts, chart * CHART_STRIDE + 14),
      probes: light.slice(3 * (input.samples - PROBES.columns * PROBES.rows * PROBES.directions)),
    }
  } finally {
    workers.end()
  }
}
