// What the server gets from outside, so that main.ts and tests can hand in their own: configuration, time, chance, log.

import type { Clock } from '../shared/kit/clock.ts'
import type { Random } from '../shared/kit/id.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

export interface Ports {
  readonly config: Config
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Folder of the built client, or null: no pages (tests, and development where Vite serves them). */
  readonly client: string | null
}
