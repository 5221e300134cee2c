// Judges what is known of a folder of models by the limits: bytes, time, memory, how the levels look, and who of the peers
// does better on which file.

import { LEVEL_BUDGETS, LEVELS, type Level } from '../../../shared/model/limits.ts'
import { median } from '../measure.ts'
import { type Line, line } from '../report.ts'
import type { CorpusFigures, ModelFigures, PeerFigures } from './corpus.ts'
import { PEERS, type Peer } from './peers.ts'

/** How a level must look at least. */
const LOOKS: Readonly<Record<Level, { readonly ssim: number; readonly deltaE: number } | null>> = {
  near: { ssim: 0.97, deltaE: 2 },
  mid: null,
  far: { ssim: 0.93, deltaE: 2 },
}
/** A peer's picture counts as the same up to so much. */
const SAME = { ssim: 0.002, deltaE: 0.2 }
/** Above this a peer shows wrong colours, and has lost the file. */
const WRONG_COLOURS = 2

/** Whether near is at least as good as what a peer made: no more bytes, and no worse to look at. */
export function beats({ report, levels: { near } }: ModelFigures, peer: PeerFigures | null | undefined): boolean {
  if (!peer || peer.deltaE > WRONG_COLOURS) return true
  return (
    report.near.bytes <= peer.bytes && near.ssim >= peer.ssim - SAME.ssim && near.deltaE <= peer.deltaE + SAME.deltaE
  )
}

/** The bench's lines, and what missed said by its file's name. */
export function judged(corpus: CorpusFigures, files: number, say: (text: string) => void): Line[] {
  const { models, distances } = corpus
  for (const name of corpus.refused) say(`refused: ${name}`)
  return [
    line('models taken', models.length, 'files', { least: files }),
    ...bytesOf(models),
    ...effortOf(models),
    ...LEVELS.flatMap((level) => looksOf(models, level, distances[level], say)),
    ...plainOf(models),
    ...PEERS.flatMap((peer) => peerOf(models, peer, say)),
  ]
}

const sum = (models: readonly ModelFigures[], pick: (model: ModelFigures) => number) =>
  models.reduce((total, model) => total + pick(model), 0)

function bytesOf(models: readonly ModelFigures[]): Line[] {
  const megabytes = (level: Level | 'before') => sum(models, ({ report }) => report[level].bytes) / 1e6
  const ratios = models.map(({ report }) => report.near.bytes / report.before.bytes)
  const over = models.flatMap(({ report }) => LEVELS.filter((level) => overBudget(report[level], level)))
  return [
    line('near: bytes after / before, median', median(ratios), '', { most: 0.2 }),
    line('as uploaded, sum', megabytes('before'), 'MB', null),
    line('near, sum', megabytes('near'), 'MB', null),
    line('mid, sum', megabytes('mid'), 'MB', null),
    line('far, sum', megabytes('far'), 'MB', null),
    line('levels over their budget', over.length, '', { most: 0 }),
  ]
}

type Budgeted = Readonly<Record<'bytes' | 'triangles' | 'drawCalls' | 'textureBytes', number>>

const overBudget = (figures: Budgeted, level: Level) =>
  (['bytes', 'triangles', 'drawCalls', 'textureBytes'] as const).some((key) => figures[key] > LEVEL_BUDGETS[level][key])

function effortOf(models: readonly ModelFigures[]): Line[] {
  const seconds = models.map((model) => model.seconds)
  const calls = (level: Level | 'before') => sum(models, ({ report }) => report[level].drawCalls)
  return [
    line('draw calls as uploaded, sum', calls('before'), '', null),
    line('draw calls near, sum', calls('near'), '', null),
    line('all levels of a model, median', median(seconds), 's', { most: 6 }),
    line('all levels of a model, longest', Math.max(...seconds), 's', { most: 40 }),
    line('memory of the child, most', Math.max(...models.map(({ peak }) => peak)), 'MB', { most: 1000 }),
  ]
}

function looksOf(models: readonly ModelFigures[], level: Level, distance: number, say: (text: string) => void): Line[] {
  const limit = LOOKS[level]
  const all = models.map(({ name, levels }) => ({ name, ...levels[level] }))
  for (const { name, ssim, deltaE } of limit ? all : []) {
    if (!limit || (ssim >= limit.ssim && deltaE <= limit.deltaE)) continue
    say(`${level} of ${name} looks different: SSIM ${ssim.toFixed(4)}, ΔE ${deltaE.toFixed(2)}`)
  }
  const from = `${level} at ${distance.toFixed(1)} m`
  return [
    line(`${from}: SSIM, median`, median(all.map(({ ssim }) => ssim)), '', null),
    line(`${from}: SSIM, least`, Math.min(...all.map(({ ssim }) => ssim)), '', limit && { least: limit.ssim }),
    line(`${from}: ΔE2000, median`, median(all.map(({ deltaE }) => deltaE)), '', null),
    line(`${from}: ΔE2000, most`, Math.max(...all.map(({ deltaE }) => deltaE)), '', limit && { most: limit.deltaE }),
  ]
}

function plainOf(models: readonly ModelFigures[]): Line[] {
  const looks = models.flatMap(({ plain }) => plain ?? [])
  if (looks.length === 0) return []
  return [
    line('plain form beside the upload: SSIM, least', Math.min(...looks.map(({ ssim }) => ssim)), '', null),
    line('plain form beside the upload: ΔE2000, most', Math.max(...looks.map(({ deltaE }) => deltaE)), '', null),
  ]
}

function peerOf(models: readonly ModelFigures[], { name, sumIsLimit }: Peer, say: (text: string) => void): Line[] {
  const made = models.flatMap(({ peers }) => peers[name] ?? [])
  for (const model of models) if (!beats(model, model.peers[name])) say(`${name} is better on ${model.name}`)
  const ratios = models.flatMap(({ report, peers }) => {
    const figures = peers[name]
    return figures ? figures.bytes / report.before.bytes : []
  })
  const ours = models.filter(({ peers }) => peers[name])
  const bytes = made.reduce((total, figures) => total + figures.bytes, 0) / 1e6
  const least = Math.ceil((13 / 19) * models.length)
  return [
    line(`${name}: made something that shows`, made.length, 'files', null),
    line(`${name}: bytes after / before, median`, median(ratios), '', null),
    line(`${name}: sum`, bytes, 'MB', null),
    line(
      'near of the same files, sum',
      sum(ours, ({ report }) => report.near.bytes) / 1e6,
      'MB',
      sumIsLimit ? { most: Number(bytes.toPrecision(4)) } : null,
    ),
    line(`${name}: SSIM, median`, median(made.map(({ ssim }) => ssim)), '', null),
    line(`${name}: ΔE2000, median`, median(made.map(({ deltaE }) => deltaE)), '', null),
    line(
      `near at least as good as ${name}`,
      models.filter((model) => beats(model, model.peers[name])).length,
      'files',
      {
        least,
      },
    ),
  ]
}
