// What the bench knows of each file of a folder: the levels with their figures and how they look beside the original, and the same
// of what peers make of it. Judging the figures is model.ts's.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { LEVELS, type Level } from '../../../shared/model/limits.ts'
import type { ModelReport } from '../../../shared/model/summary.ts'
import { CACHE, emptyFolder } from '../../support/paths.ts'
import { type Camera, type Looks, openCamera, type Seen } from './camera.ts'
import { refusedBy, runTask } from './levels.ts'
import { originalOf } from './original.ts'
import { PEERS, runPeer } from './peers.ts'
import { unpacked } from './unpacked.ts'
import { nearestLooks, viewsFrom } from './view.ts'

/** Means over the views. */
export interface Look {
  readonly ssim: number
  readonly deltaE: number
}

export interface PeerFigures extends Look {
  readonly bytes: number
}

export interface ModelFigures {
  readonly name: string
  readonly seconds: number
  readonly peak: number
  readonly report: ModelReport
  readonly levels: Readonly<Record<Level, Look>>
  /** The pipeline's plain form beside what three shows of the upload; null where three shows it wrong. */
  readonly plain: Look | null
  /** Per peer by its name; null where it made nothing that three can show. */
  readonly peers: Readonly<Record<string, PeerFigures | null>>
}

export interface CorpusFigures {
  readonly models: readonly ModelFigures[]
  /** Name and code. */
  readonly refused: readonly string[]
  /** From where each level was looked at, metres. */
  readonly distances: Readonly<Record<Level, number>>
}

/** Pictures of the front view of each level and peer, original beside it, by the file's name. */
const PICTURES = join(CACHE, 'bench-model')

/** Runs every file; `names`: only these. */
export async function figuresOf(
  folder: string,
  names: readonly string[],
  say: (text: string) => void,
): Promise<CorpusFigures> {
  const distances = nearestLooks()
  const models: ModelFigures[] = []
  const refused: string[] = []
  mkdirSync(PICTURES, { recursive: true })
  const camera = await openCamera()
  try {
    for (const name of names) {
      const work = emptyFolder('bench-peers')
      const figures = await one(camera, join(folder, name), work, distances)
      rmSync(work, { recursive: true, force: true })
      if (typeof figures === 'string') refused.push(`${name}: ${figures}`)
      else models.push(figures)
      say(typeof figures === 'string' ? `${name}: refused, ${figures}` : told(figures))
    }
  } finally {
    await camera.close()
  }
  return { models, refused, distances }
}

/** The models of a folder. */
export const modelsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /\.(glb|gltf|zip)$/i.test(name))

type Distances = Readonly<Record<Level, number>>

async function one(camera: Camera, file: string, work: string, distances: Distances): Promise<ModelFigures | string> {
  const name = basename(file)
  const answer = await runTask(file, 'optimise')
  const report = answer.outcome.kind === 'answered' ? answer.outcome.answer.report : null
  if (!report) return refusedBy(answer) ?? 'no report'
  const original = await originalOf(readFileSync(file))
  await camera.original({ glb: original.glb })
  const look = async (seen: Seen, what: string, matrix: readonly number[] | null, distance: number): Promise<Look> => {
    const views = viewsFrom(distance, original.height)
    const looks = await camera.compare(
      seen,
      matrix,
      views.map((view, at) => ({ ...view, keep: at === 1 })),
    )
    looks.pictures.forEach((png, at) => {
      writeFileSync(join(PICTURES, `${name}.${what}.${at === 0 ? 'original' : 'shown'}.png`), png)
    })
    return meanOf(looks)
  }
  const levels = {} as Record<Level, Look>
  for (const level of LEVELS) {
    levels[level] = await look({ file: join(answer.out, `${level}.glb`) }, level, null, distances[level])
  }
  rmSync(answer.out, { recursive: true, force: true })
  const upload = unpacked(file, work)
  const plain = original.specGloss ? null : await look({ file: upload }, 'upload', original.matrix, distances.near)
  const peers: Record<string, PeerFigures | null> = {}
  for (const peer of PEERS) {
    const made = await runPeer(peer, upload, join(work, 'made.glb'))
    const seen = made && (await look({ glb: made }, peer.name, original.matrix, distances.near).catch(() => undefined))
    peers[peer.name] = made && seen ? { bytes: made.length, ...seen } : null
  }
  return { name, seconds: answer.seconds, peak: answer.peak, report, levels, plain, peers }
}

function meanOf({ differences }: Looks): Look {
  const mean = (pick: (look: Look) => number) =>
    differences.reduce((sum, difference) => sum + pick(difference), 0) / differences.length
  return { ssim: mean(({ ssim }) => ssim), deltaE: mean(({ deltaE }) => deltaE) }
}

const kilo = (bytes: number) => `${Math.round(bytes / 1000)} kB`
const seen = ({ ssim, deltaE }: Look) => `SSIM ${ssim.toFixed(4)} ΔE ${deltaE.toFixed(2)}`

function told({ name, seconds, peak, report, levels, plain, peers }: ModelFigures): string {
  const parts = LEVELS.map(
    (level) =>
      `${level} ${kilo(report[level].bytes)}, ${report[level].triangles} triangles, ${report[level].drawCalls} draw calls, ${seen(levels[level])}`,
  )
  const others = Object.entries(peers).map(
    ([peer, figures]) => `${peer} ${figures ? `${kilo(figures.bytes)}, ${seen(figures)}` : 'nothing'}`,
  )
  const head = `${name}: ${kilo(report.before.bytes)} in ${seconds.toFixed(1)} s, ${Math.round(peak)} MB`
  return [head, ...parts, plain ? `plain form ${seen(plain)}` : 'plain form not compared', ...others].join('\n    ')
}
