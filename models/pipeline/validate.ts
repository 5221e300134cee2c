// What the standard's own validator (Khronos) says of a file that passed the guards: a second pair of eyes. Real exporters leave
// errors that hurt nobody, so its codes are sorted: most are mended or mean nothing here and are only said.
import { validateString } from 'gltf-validator'
import { type Findings, refuse } from './fault.ts'
import type { Guarded } from './guard/guard.ts'
import { toJsonDocument } from './open.ts'

/** Errors of what points outside itself. The guards refuse them first; here only what they missed would show. */
const FATAL: ReadonlySet<string> = new Set([
  'ACCESSOR_INDEX_OOB',
  'ACCESSOR_JOINTS_INDEX_OOB',
  'ACCESSOR_SPARSE_COUNT_OUT_OF_RANGE',
  'ACCESSOR_SPARSE_INDEX_OOB',
  'ACCESSOR_TOO_LONG',
  'BUFFER_BYTE_LENGTH_MISMATCH',
  'BUFFER_VIEW_TOO_LONG',
  'MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT',
  'NODE_LOOP',
  'NODE_PARENT_OVERRIDE',
  'UNRESOLVED_REFERENCE',
])

/** It reads about 15 MB a second: more than this would take the time of the check. Bytes of all buffers. */
const LARGEST = 64 * 1024 * 1024
/** Issues that are listed; all are counted. */
const LISTED = 5_000
/** Codes that are named to the city. */
const NAMED = 3

/** The validator's errors by code, the most frequent first. */
export async function errorsOf(guarded: Guarded): Promise<readonly string[]> {
  const { json, resources } = toJsonDocument(guarded)
  // The standard knows no empty lists.
  const full = Object.entries(json).filter(([, part]) => !Array.isArray(part) || part.length > 0)
  const { issues } = await validateString(JSON.stringify(Object.fromEntries(full)), {
    externalResourceFunction: async (uri) => resources[uri] ?? new Uint8Array(),
    maxIssues: LISTED,
    writeTimestamp: false,
  })
  const counts = new Map<string, number>()
  for (const { code, severity } of issues.messages) if (severity === 0) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code)
}

/** Says what the validator finds. Refuses what would mean that a guard has a hole. */
export async function validate(guarded: Guarded, findings: Findings): Promise<void> {
  if (guarded.buffers.reduce((sum, buffer) => sum + (buffer?.length ?? 0), 0) > LARGEST) return
  const codes = await errorsOf(guarded)
  const fatal = codes.find((code) => FATAL.has(code))
  if (fatal) refuse('model.invalid', { name: fatal })
  if (codes.length > 0)
    findings.add('model.found-standard', { count: codes.length, names: codes.slice(0, NAMED).join(', ') })
}
