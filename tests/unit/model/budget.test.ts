// Which figures of a model's levels are over the hall's budgets.

import { expect, it } from 'vitest'
import { overBudget } from '../../../shared/model/budget.ts'
import { LEVEL_BUDGETS } from '../../../shared/model/limits.ts'
import type { ModelReport } from '../../../shared/model/summary.ts'

const figures = (level: keyof typeof LEVEL_BUDGETS) => {
  const { bytes, triangles, drawCalls, textureBytes } = LEVEL_BUDGETS[level]
  return { bytes, triangles, drawCalls, textureBytes, materials: 1, textures: 1 }
}
const report: ModelReport = {
  ...{ name: 'a.glb', before: { ...figures('near'), bytes: 1e9 }, near: figures('near'), mid: figures('mid') },
  ...{ far: figures('far'), size: [1, 1, 1] },
}

it('[BOOTH-23] a model is within the budget up to its last byte, and over it by name of level and figure', () => {
  expect(overBudget(report)).toEqual([])
  const far = { ...report.far, drawCalls: 2 }
  const near = { ...report.near, bytes: report.near.bytes + 1 }
  expect(overBudget({ ...report, near, far })).toEqual([
    { level: 'near', figure: 'bytes', is: 3 * 1024 * 1024 + 1, limit: 3 * 1024 * 1024 },
    { level: 'far', figure: 'drawCalls', is: 2, limit: 1 },
  ])
})
