// All migrations in the order they run. Add yours at the end; never change or reorder one that was released.

import type { Migration } from '../migrate.ts'
import { up as house } from './0000-house.ts'
import { up as people } from './0001-people.ts'
import { up as session } from './0002-session.ts'
import { up as model } from './0003-model.ts'
import { up as booth } from './0004-booth.ts'
import { up as boothLife } from './0005-booth-life.ts'
import { up as cityFile } from './0006-city-file.ts'
import { up as modelUnit } from './0007-model-unit.ts'

export const MIGRATIONS: readonly Migration[] = [
  { name: '0000-house', up: house },
  { name: '0001-people', up: people },
  { name: '0002-session', up: session },
  { name: '0003-model', up: model },
  { name: '0004-booth', up: booth },
  { name: '0005-booth-life', up: boothLife },
  { name: '0006-city-file', up: cityFile },
  { name: '0007-model-unit', up: modelUnit },
]
