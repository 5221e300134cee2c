// The fuzzer's hand: a number of a seed is one file for ever, and never the sound one.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { damagedFile } from '../../fuzz/model.ts'
import { ROOT } from '../../support/paths.ts'

const FOLDER = join(ROOT, 'tests/fixtures/models')
const NAMES = readdirSync(FOLDER).filter((name) => /\.(glb|zip)$/.test(name))

describe('damaged models', () => {
  it('[MODEL-110] are the same for the same seed and number, whatever was made before', () => {
    const [first, again] = [damagedFile(FOLDER, NAMES, 3, 17), damagedFile(FOLDER, NAMES, 3, 17)]
    expect(again.how).toBe(first.how)
    expect(again.bytes.equals(first.bytes)).toBe(true)
    expect(damagedFile(FOLDER, NAMES, 4, 17).how).not.toBe(first.how)
  })

  it('[MODEL-110] are of many kinds, and hardly ever whole', () => {
    const made = Array.from({ length: 60 }, (_, at) => damagedFile(FOLDER, NAMES, 1, at))
    const whole = made.filter(({ name, bytes }) => bytes.equals(readFileSync(join(FOLDER, name))))
    expect(whole.length).toBeLessThan(3)
    for (const kind of [
      /turned/,
      /cut to/,
      /the field at/,
      /gone/,
      /below node/,
      /lists deep/,
      /renamed|checksum|place/,
    ]) {
      expect(made.some(({ how }) => kind.test(how))).toBe(true)
    }
  })
})
