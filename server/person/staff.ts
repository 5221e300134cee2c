// Staff as a list, and taking somebody's role away. Making staff is links.ts's; who may do either is the desk's.

import { CITIES } from '../../shared/hall/cities.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { StaffRow } from '../../shared/protocol/http.ts'
import { type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import type { Db, Tx } from '../storage/database.ts'

export interface Staff {
  /** Everybody with a role: operators, hosts, then the cities in the order of their list; in each by name. */
  list(): Promise<readonly StaffRow[]>
  /** Whoever of the staff has this id, else this login; null when nobody does. */
  find(idOrLogin: string): Promise<PersonId | null>
  /**
   * Takes a person's roles and every way to sign in away, all at once: login, password, passkeys, cookies, and unused links for the
   * same name and role, which would make them staff again. A guest's row is left. Never the last operator's.
   */
  remove(person: PersonId): Promise<Reply<null>>
}

export function createStaff(db: Db): Staff {
  return {
    list: () => list(db),
    find: async (idOrLogin) => {
      const staff = () => db.selectFrom('person').select('id').where('kind', '=', 'staff')
      const found =
        (await staff().where('id', '=', idOrLogin).executeTakeFirst()) ??
        (await staff().where('login', '=', idOrLogin).executeTakeFirst())
      return (found?.id as PersonId | undefined) ?? null
    },
    remove: (person) => db.transaction().execute((tx) => remove(tx, person)),
  }
}

async function list(db: Db): Promise<readonly StaffRow[]> {
  const people = db.selectFrom('person').select(['id', 'name', 'login', 'seen_at']).where('kind', '=', 'staff')
  const house = await db.selectFrom('house_role').selectAll().execute()
  const cities = await db.selectFrom('city_role').selectAll().execute()
  const rows = (await people.execute()).map(({ id, name, login, seen_at }) => ({
    person: id as PersonId,
    name,
    house: house.filter((one) => one.person === id).map((one) => one.role),
    cities: cities.filter((one) => one.person === id).map((one) => one.city),
    login,
    seenAt: seen_at,
  }))
  return rows.sort((a, b) => rank(a) - rank(b) || (a.name ?? '').localeCompare(b.name ?? '', 'zh'))
}

function rank({ house, cities }: StaffRow): number {
  if (house.includes('operator')) return -2
  return house.includes('host') ? -1 : CITIES.findIndex(({ id }) => id === cities[0])
}

async function remove(tx: Tx, person: PersonId): Promise<Reply<null>> {
  const row = await tx.selectFrom('person').select(['kind', 'name']).where('id', '=', person).executeTakeFirst()
  if (row?.kind !== 'staff') return refuse('person.unknown')
  const operators = await tx.selectFrom('house_role').select('person').where('role', '=', 'operator').execute()
  if (operators.length === 1 && operators[0]?.person === person) return refuse('person.last-operator')
  await removeLinks(tx, person, row.name ?? '')
  for (const table of ['house_role', 'city_role', 'cookie', 'passkey'] as const) {
    await tx.deleteFrom(table).where('person', '=', person).execute()
  }
  await tx.updateTable('person').set({ kind: 'guest', login: null, password: null }).where('id', '=', person).execute()
  return value(null)
}

async function removeLinks(tx: Tx, person: PersonId, name: string): Promise<void> {
  const named = () => tx.deleteFrom('link').where('name', '=', name)
  for (const { role } of await tx.selectFrom('house_role').select('role').where('person', '=', person).execute()) {
    await named().where('house', '=', role).execute()
  }
  for (const { city } of await tx.selectFrom('city_role').select('city').where('person', '=', person).execute()) {
    await named().where('city', '=', city).execute()
  }
}
