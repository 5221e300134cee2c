// Whether the levels made of a model keep the budgets of the hall. Pure.

import { LEVEL_BUDGETS, LEVELS, type Level } from './limits.ts'
import type { ModelReport } from './summary.ts'

export type Budgeted = 'bytes' | 'triangles' | 'drawCalls' | 'textureBytes'
const BUDGETED: readonly Budgeted[] = ['bytes', 'triangles', 'drawCalls', 'textureBytes']

export interface Overrun {
  readonly level: Level
  readonly figure: Budgeted
  /** What it is and what it may be; bytes, or counts. */
  readonly is: number
  readonly limit: number
}

/** Every figure of a level that is above its budget; none: all three are within. */
export const overBudget = (report: ModelReport): readonly Overrun[] =>
  LEVELS.flatMap((level) =>
    BUDGETED.flatMap((figure) => {
      const [is, limit] = [report[level][figure], LEVEL_BUDGETS[level][figure]]
      return is > limit ? [{ level, figure, is, limit }] : []
    }),
  )
