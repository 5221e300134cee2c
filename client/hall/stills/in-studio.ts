// Takes the pictures of a model in the studio's own page, where the house has no browser that does.

import { modelUrl } from '../load/load-hall.ts'
import { type Taken, takeStills } from './take-stills.ts'

/** @param near address of the level */
export const takeInStudio = (near: string): Promise<Taken> =>
  takeStills(near, modelUrl('hall/env.webp'), new AbortController().signal)
