// The whole way of one file: guards, opening, checks of the numbers, one plain form, fit, three levels, report.
// Pure of files and processes: bytes in, bytes out. main.ts and server/model call it.
import type { Document, PlatformIO } from '@gltf-transform/core'
import { LEVEL_BUDGETS, LEVELS, NEAR_BYTES_HARD } from '../../shared/model/limits.ts'
import type { ModelReport, ModelSummary } from '../../shared/model/summary.ts'
import type { UnitName } from '../../shared/model/units.ts'
import { type Findings, ModelFault, plainName, refuse } from './fault.ts'
import { type GuardAnswer, guard } from './guard/guard.ts'
import { type LevelFile, makeLevel } from './levels.ts'
import { measure } from './measure.ts'
import { checkNumbers, createIO, openDocument } from './open.ts'
import { fit } from './steps/fit.ts'
import { freeze } from './steps/freeze.ts'
import { prepare } from './steps/prepare.ts'
import { validate } from './validate.ts'

export type OptimiseAnswer =
  | {
      readonly ok: true
      readonly files: { readonly near: Uint8Array; readonly mid: Uint8Array; readonly far: Uint8Array }
      readonly report: ModelReport
      readonly summary: ModelSummary
    }
  | { readonly ok: false; readonly summary: ModelSummary }

/** Checks a file without changing it: guards, then decoders, then the numbers inside. Never throws for its content. */
export async function check(bytes: Uint8Array, name = '', unit?: UnitName): Promise<ModelSummary> {
  const answer = await guard(bytes, name)
  if (!answer.ok) return answer.summary
  try {
    const document = await openDocument(await createIO(), answer.guarded)
    checkNumbers(document, answer.findings)
    await validate(answer.guarded, answer.findings)
    await prepare(document, answer.findings)
    fit(document, answer.findings, unit ?? unitTold(answer))
    return { ...answer.summary, findings: answer.findings.list() }
  } catch (error) {
    if (error instanceof ModelFault) return { ...answer.summary, faults: [error.remark] }
    throw error
  }
}

/**
 * Makes the three levels of a file and the report, under the name given. Never throws for what the file holds.
 * @param unit what its numbers are, where somebody said so; else it is told by the file or guessed
 */
export async function optimise(bytes: Uint8Array, name: string, unit?: UnitName): Promise<OptimiseAnswer> {
  const answer = await guard(bytes, name)
  if (!answer.ok) return { ok: false, summary: answer.summary }
  try {
    const made = await make(await createIO(), bytes.length, answer, plainName(name), unit ?? unitTold(answer))
    return { ok: true, ...made, summary: { ...answer.summary, findings: answer.findings.list() } }
  } catch (error) {
    if (error instanceof ModelFault) return { ok: false, summary: { ...answer.summary, faults: [error.remark] } }
    throw error
  }
}

type Guarded = Extract<GuardAnswer, { ok: true }>

const unitTold = (answer: Guarded): UnitName | undefined => (answer.guarded.metres === undefined ? undefined : 'm')

async function make(io: PlatformIO, bytes: number, answer: Guarded, name: string, unit: UnitName | undefined) {
  const findings: Findings = answer.findings
  const document = await openDocument(io, answer.guarded)
  const before = measure(document, bytes)
  checkNumbers(document, findings)
  await validate(answer.guarded, findings)
  sayLargeTextures(document, findings)
  await prepare(document, findings)
  const size = fit(document, findings, unit)
  if (document.getRoot().listAnimations().length === 0) await freeze(document)
  const levels = {} as Record<(typeof LEVELS)[number], LevelFile>
  for (const level of LEVELS) levels[level] = await makeLevel(io, document, level, findings, bytes)
  const { near, mid, far } = levels
  if (near.bytes.length > NEAR_BYTES_HARD)
    refuse('model.still-too-heavy', { count: near.bytes.length, limit: NEAR_BYTES_HARD })
  if (near.figures.drawCalls < before.drawCalls)
    findings.add('model.found-parts-joined', { before: before.drawCalls, count: near.figures.drawCalls })
  const report: ModelReport = { name, before, near: near.figures, mid: mid.figures, far: far.figures, size }
  return { files: { near: near.bytes, mid: mid.bytes, far: far.bytes }, report }
}

function sayLargeTextures(document: Document, findings: Findings): void {
  const side = LEVEL_BUDGETS.near.textureSide
  const large = document
    .getRoot()
    .listTextures()
    .filter((texture) => Math.max(...(texture.getSize() ?? [0])) > side)
  if (large.length > 0) findings.add('model.found-textures-smaller', { count: large.length, side })
}
