// What a model's child leaves behind is taken only as three whole GLBs.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { levelFiles } from '../../../server/model/inspect.ts'
import { LEVELS } from '../../../shared/model/limits.ts'
import { emptyFolder } from '../../support/paths.ts'

/** 64 bytes that say they are a GLB of `said` bytes. */
function write(folder: string, level: string, said = 64, magic = 'glTF'): void {
  const bytes = Buffer.alloc(64)
  bytes.write(magic, 'latin1')
  bytes.writeUInt32LE(2, 4)
  bytes.writeUInt32LE(said, 8)
  writeFileSync(join(folder, `${level}.glb`), bytes)
}

it('[MODEL-12] three levels, each a GLB of the length it declares; else there is no model', async () => {
  const folder = emptyFolder('levels')
  for (const level of ['near', 'mid']) write(folder, level)
  expect(await levelFiles(folder)).toBeUndefined()
  write(folder, 'far')
  expect(await levelFiles(folder)).toEqual(Object.fromEntries(LEVELS.map((one) => [one, join(folder, `${one}.glb`)])))
  write(folder, 'mid', 65)
  expect(await levelFiles(folder)).toBeUndefined()
  write(folder, 'mid', 64, 'PK..')
  expect(await levelFiles(folder)).toBeUndefined()
  writeFileSync(join(folder, 'mid.glb'), 'glTF')
  expect(await levelFiles(folder)).toBeUndefined()
})
