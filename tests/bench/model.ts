// The pipeline on a folder of real models, with pictures and beside its peers, and on every hostile file, each in its real child
// process with its limits: `npm run bench -- model --corpus DIR [--only PART] [--json]`. Without --corpus: the fixtures.
// `--only`: models with this in their name. `--smoke`: a few of each.

import { join } from 'node:path'
import { ROOT } from '../support/paths.ts'
import { figuresOf, modelsIn } from './looks/corpus.ts'
import { benchHostile } from './looks/hostile.ts'
import { judged } from './looks/judged.ts'
import type { Bench } from './report.ts'

/** The smoke's: one with textures in a zip, one with a material of the old kind. */
const SMOKE = ['texture-transform-folder.zip', 'bridge-garden-meshopt.glb']

/** See report.ts for what a bench is. */
export const bench: Bench = async ({ corpus, only, smoke, say }) => {
  const folder = corpus ?? join(ROOT, 'tests/fixtures/models')
  const names = smoke ? SMOKE : modelsIn(folder).filter((name) => name.includes(only ?? ''))
  const figures = await figuresOf(smoke ? join(ROOT, 'tests/fixtures/models') : folder, names, say)
  const lines = judged(figures, names.length, say)
  return only === undefined ? [...lines, ...(await benchHostile({ smoke, say }))] : lines
}
