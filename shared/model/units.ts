// The units that a model's numbers may be in, and what a doubt about them is: both sizes, as the pipeline says them.

import type { Remark } from './summary.ts'

/** Metres of one. */
export const UNITS = { m: 1, cm: 0.01, mm: 0.001, inch: 0.0254 } as const
export type UnitName = keyof typeof UNITS

export const isUnit = (name: string): name is UnitName => Object.hasOwn(UNITS, name)

/** Code of the finding that says a doubt. */
export const UNIT_DOUBT = 'model.found-unit-unsure'

export interface UnitDoubt {
  /** As it was taken. */
  readonly taken: UnitName
  /** Its longest side in each unit, metres; from the smallest. */
  readonly sizes: readonly { readonly unit: UnitName; readonly metres: number }[]
}

/** The doubt that is among the findings of an upload, or null. */
export function unitDoubt(findings: readonly Remark[]): UnitDoubt | null {
  const detail = findings.find(({ code }) => code === UNIT_DOUBT)?.detail
  const taken = String(detail?.['unit'] ?? '')
  const size = Number(detail?.['size'])
  if (!isUnit(taken) || !(size > 0)) return null
  const sizes = (Object.keys(UNITS) as UnitName[])
    .map((unit) => ({ unit, metres: (size * UNITS[unit]) / UNITS[taken] }))
    .sort((a, b) => a.metres - b.metres)
  return { taken, sizes }
}
