// The doubt about a unit, as it is read from the findings of an upload.

import { describe, expect, it } from 'vitest'
import { UNIT_DOUBT, unitDoubt } from '../../../shared/model/units.ts'

describe('the doubt about a unit', () => {
  it('[MODEL-130] gives the longest side in every unit, the smallest first', () => {
    const doubt = unitDoubt([
      { code: 'model.found-unit', detail: { unit: 'cm' } },
      { code: UNIT_DOUBT, detail: { unit: 'cm', size: 6.4, other: 'mm', otherSize: 0.64 } },
    ])
    expect(doubt?.taken).toBe('cm')
    expect(doubt?.sizes.map(({ unit, metres }) => [unit, Number(metres.toFixed(3))])).toEqual([
      ['mm', 0.64],
      ['cm', 6.4],
      ['inch', 16.256],
      ['m', 640],
    ])
  })

  it('[MODEL-130] is none where nothing is in doubt, or what is said makes no sense', () => {
    expect(unitDoubt([{ code: 'model.found-unit', detail: { unit: 'cm' } }])).toBeNull()
    expect(unitDoubt([{ code: UNIT_DOUBT, detail: { unit: 'mile', size: 3 } }])).toBeNull()
    expect(unitDoubt([{ code: UNIT_DOUBT, detail: { unit: 'cm', size: 'x' } }])).toBeNull()
  })
})
