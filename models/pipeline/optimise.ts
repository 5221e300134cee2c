// The whole way of one file: guards, opening, checks of the numbers, one plain form, fit, three levels, report.
// Pure of files and processes: bytes in, bytes out. main.ts and server/model call it.
import type { PlatformIO } from '@gltf-transform/core'
import { LEVELS, NEAR_BYTES_HARD } from '../../shared/model/limits.ts'
import type { ModelReport, ModelSummary } from '../../shared/model/summary.ts'
import { type Findings, ModelFault, plainName, refuse } from './fault.ts'
import { type GuardAnswer, guard } from './guard/guard.ts'
import { type LevelFile, makeLevel } from './levels.ts'
import { measure } from './measure.ts'
import { checkNumbers, createIO, openDocument } from './open.ts'
import { fit } from './steps/fit.ts'
import { freeze } from './steps/freeze.ts'
import { prepare } from './steps/prepare.ts'

export type OptimiseAnswer =
  | {
      readonly ok: true
      readonly files: { readonly near: Uint8Array; readonly mid: Uint8Array; readonly far: Uint8Array }
      readonly report: ModelReport
      readonly summary: ModelSummary
    }
  | { readonly ok: false; readonly summary: ModelSummary }

/** Checks a file without changing it: guards, then decoders, then the numbers inside. Never throws for its content. */
export async function check(bytes: Uint8Array): Promise<ModelSummary> {
  const answer = await guard(bytes)
  if (!answer.ok) return answer.summary
  try {
    const document = await openDocument(await createIO(), answer.guarded)
    checkNumbers(document, answer.findings)
    await prepare(document, answer.findings)
    fit(document, answer.findings)
    return { ...answer.summary, findings: answer.findings.list() }
  } catch (error) {
    if (error instanceof ModelFault) return { ...answer.summary, faults: [error.remark] }
    throw error
  }
}

/** Makes the three levels of a file and the report, under the name given. Never throws for what the file holds. */
export async function optimise(bytes: Uint8Array, name: string): Promise<OptimiseAnswer> {
  const answer = await guard(bytes)
  if (!answer.ok) return { ok: false, summary: answer.summary }
  try {
    const made = await make(await createIO(), bytes.length, answer, plainName(name))
    return { ok: true, ...made, summary: { ...answer.summary, findings: answer.findings.list() } }
  } catch (error) {
    if (error instanceof ModelFault) return { ok: false, summary: { ...answer.summary, faults: [error.remark] } }
    throw error
  }
}

async function make(io: PlatformIO, bytes: number, answer: Extract<GuardAnswer, { ok: true }>, name: string) {
  const findings: Findings = answer.findings
  const document = await openDocument(io, answer.guarded)
  const before = measure(document, bytes)
  checkNumbers(document, findings)
  await prepare(document, findings)
  const size = fit(document, findings)
  if (document.getRoot().listAnimations().length === 0) await freeze(document)
  const levels = {} as Record<(typeof LEVELS)[number], LevelFile>
  for (const level of LEVELS) levels[level] = await makeLevel(io, document, level, findings)
  const { near, mid, far } = levels
  if (near.bytes.length > NEAR_BYTES_HARD)
    refuse('model.still-too-heavy', { count: near.bytes.length, limit: NEAR_BYTES_HARD })
  const report: ModelReport = { name, before, near: near.figures, mid: mid.figures, far: far.figures, size }
  return { files: { near: near.bytes, mid: mid.bytes, far: far.bytes }, report }
}
