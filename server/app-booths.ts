// Booths: what they say and show, their lives and their models. Part of app.ts's wiring.

import { type ModelWiring, wireModels } from './app-models.ts'
import { type BoothLives, createBoothLives } from './booth/booth-lives.ts'
import { type Booths, createBooths, seedBooths } from './booth/booth-store.ts'
import { collect } from './booth/collect.ts'
import { createLifeStore } from './booth/life-store.ts'
import { createLocks, type Locks } from './booth/locks.ts'
import { mayEdit } from './booth/may-edit.ts'
import type { HouseSettingsStore } from './desk/house-settings.ts'
import type { Faults } from './http/faults.ts'
import type { Models } from './model/models.ts'

export interface BoothWiring extends Omit<ModelWiring, 'lives' | 'onImproved'> {
  readonly settings: HouseSettingsStore
  readonly faults: Faults
}

export interface BoothSide {
  readonly booths: Booths
  readonly lives: BoothLives
  readonly locks: Locks
  readonly models: Models
  /** Lets go of what no booth needs any more. */
  collect(): Promise<void>
}

export async function wireBooths(wiring: BoothWiring): Promise<BoothSide> {
  const { ports, db, settings, faults, live } = wiring
  const { clock, log } = ports
  await seedBooths(db, clock)
  const store = createLifeStore(db)
  const onImproved = async (city: string, hash: string) => {
    if ((await booths.one(city))?.model?.hash === hash) await changed(city)
  }
  const models = wireModels({ ...wiring, lives: () => lives, onImproved })
  const booths = createBooths({ db, clock, shown: store.shown, models: models.models })
  const changed = async (id: string) => {
    const booth = await booths.touch(id)
    if (booth) live().hall.tell('booth:changed', booth)
  }
  const editors = (booth: string) =>
    [...live().callers()].filter(({ me }) => mayEdit(me, booth)).map(({ line }) => line)
  const lives = await createBoothLives({
    store,
    clock,
    log,
    review: () => settings.now().review,
    hasModel: models.has,
    hasFile: models.hasFile,
    onDraft: (change) => {
      for (const line of editors(change.booth)) line.tell('booth:draft', change)
    },
    onLife: (booth, seen) => {
      for (const line of editors(booth)) line.tell('booth:life', { booth })
      if (seen) void changed(booth).catch((thrown: unknown) => faults(thrown, { job: 'booth changed' }))
    },
  })
  const locks = createLocks((booth, now) => {
    for (const line of editors(booth)) line.tell('booth:locks', { booth, locks: now })
  })
  return {
    booths,
    lives,
    locks,
    models,
    collect: async () => {
      const bytes = await collect({ store, models, files: wiring.files, clock })
      if (bytes > 0) log.info({ bytes }, 'unused files removed')
    },
  }
}
