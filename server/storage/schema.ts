// Every table's row type, put together from one file per noun. A new noun adds its file under schema/ and one line here.

import type { BoothTables } from './schema/booth.ts'
import type { HouseTables } from './schema/house.ts'
import type { ModelTables } from './schema/model.ts'
import type { PersonTables } from './schema/person.ts'
import type { SessionTables } from './schema/session.ts'

export interface MigrationTable {
  name: string
  /** When it was applied, ms. */
  at: number
}

export interface Schema extends HouseTables, PersonTables, SessionTables, ModelTables, BoothTables {
  migration: MigrationTable
}
