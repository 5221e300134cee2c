// One hostile file of each kind on its whole way: sent, queued, read by a real child process with its limits, refused in a code.
// Two servers beside each other, so that two children run at a time. All the files there are: hostile.test.ts, `npm run bench -- model`.

import { readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CITIES } from '../../../shared/hall/cities.ts'
import { must } from '../../support/must.ts'
import { emptyFolder } from '../../support/paths.ts'
import { hostileFiles } from './hostile-files.ts'
import { openModelHouse, send, uploadsOf } from './model-house.ts'

const FILES = [
  // What holds the file.
  ['gzip-bomb.glb', 'model.not-gltf'],
  ['zip-slip.zip', 'model.zip-path'],
  ['zip-size-lies.zip', 'model.zip-bomb'],
  // Its text, and where that points.
  ['json-deep-200000.glb', 'model.json-depth'],
  ['uri-file.glb', 'model.external-uri'],
  // Bytes: too many, outside, no place to point to.
  ['accessor-count-2e31.glb', 'model.accessor-bomb'],
  ['view-out-of-range.glb', 'model.view-range'],
  ['index-out-of-range.glb', 'model.index-range'],
  // The scene: in a circle, doubled, endless, too many of one thing.
  ['cycle-two.glb', 'model.node-cycle'],
  ['dag-doubling-40.glb', 'model.node-parents'],
  ['instancing-50m.glb', 'model.accessor-bomb'],
  ['morph-10000.glb', 'model.morph'],
  // Pictures and what is packed.
  ['png-bomb-30000.glb', 'model.image-size'],
  ['ktx2-levels-lie.glb', 'model.ktx2'],
  ['draco-garbage.glb', 'model.draco'],
  ['meshopt-count-lies.glb', 'model.meshopt'],
] as const

it('[MODEL-12] children refuse what attacks them, the server answers meanwhile, and no child is left', async () => {
  const hostile = hostileFiles()
  const folders = [emptyFolder('models'), emptyFolder('models')]
  const houses = await Promise.all(folders.map((folder) => openModelHouse(folder)))
  const cityOf = (at: number) => must(CITIES[at]).id
  let over = false
  let answers = 0
  const asking = (async () => {
    for (; !over; answers++) {
      for (const { origin } of houses) await uploadsOf(origin, cityOf(0))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  await Promise.all(
    houses.map(async ({ origin, models }, house) => {
      for (const [at, [file]] of FILES.entries()) {
        if (at % 2 === house) await send(origin, cityOf(at), await readFile(join(hostile, file)), file)
      }
      await models.idle()
    }),
  )
  over = true
  await asking
  const told = houses.flatMap((house) => house.told.filter(({ stage }) => stage === 'refused'))
  const codes = new Map(told.map(({ city, findings }) => [city, findings?.[0]?.code]))
  expect(FILES.map(([file], at) => [file, codes.get(cityOf(at))])).toEqual(FILES)
  expect(answers).toBeGreaterThan(0)
  for (const [at, { accepted }] of houses.entries()) {
    expect(accepted).toEqual([])
    expect(await readdir(join(must(folders[at]), 'models/uploads'))).toEqual([])
    expect(processesIn(must(folders[at]))).toEqual([])
  }
  await Promise.all(houses.map((house) => house.close()))
}, 240_000)

/** Command lines of the processes that work in a folder. */
function processesIn(folder: string): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return /^\d+$/.test(pid) && command.includes(folder) ? [command.replaceAll('\0', ' ')] : []
    } catch {
      // No process, or it ended while we looked.
      return []
    }
  })
}
