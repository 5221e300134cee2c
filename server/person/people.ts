// The rows of people and their roles: who somebody is, and what they are to the house. Cookies and links are beside it.

import type { Clock } from '../../shared/kit/clock.ts'
import { makeId, type PersonId, type Random } from '../../shared/kit/id.ts'
import type { StaffRole } from '../../shared/protocol/http.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Db } from '../storage/database.ts'

/** A guest's name, and a visitor's row, go this long after they were last seen. */
export const GUEST_KEPT_MS = 30 * 24 * 3_600_000

export interface People {
  me(person: PersonId): Promise<Me | null>
  /** A visitor becomes a guest by giving a name; anybody's name changes. */
  rename(person: PersonId, name: string): Promise<void>
  showName(person: PersonId): Promise<boolean>
  setShowName(person: PersonId, show: boolean): Promise<void>
  /** Makes a member of staff with one role. */
  staff(name: string, role: StaffRole): Promise<PersonId>
  /** The member of staff with exactly this name and this role, or null. */
  findStaff(name: string, role: StaffRole): Promise<PersonId | null>
  hasOperator(): Promise<boolean>
  /** Names by person, of those who have one. */
  names(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>
  byLogin(login: string): Promise<{ person: PersonId; password: string } | null>
  /** Only for staff. False when somebody else has the login. */
  setPassword(person: PersonId, login: string, password: string): Promise<boolean>
  seen(persons: readonly PersonId[]): Promise<void>
  /** Removes visitors and guests unseen for {@link GUEST_KEPT_MS}; answers whose names went. */
  sweep(): Promise<PersonId[]>
}

/** The row of somebody of whom nothing is known. */
export const visitorRow = (id: PersonId, at: number) => ({
  ...{ id, kind: 'visitor' as const, name: null, show_name: 0, made_at: at, seen_at: at, login: null, password: null },
})

export function createPeople(db: Db, clock: Clock, random: Random): People {
  return { ...reading(db), ...writing(db, clock, random), ...sweeping(db, clock) }
}

function reading(db: Db) {
  return {
    me: async (person: PersonId): Promise<Me | null> => {
      const row = await db.selectFrom('person').select(['kind', 'name']).where('id', '=', person).executeTakeFirst()
      if (!row) return null
      if (row.kind !== 'staff') return { person, name: row.name, kind: row.kind, house: [], cities: [] }
      const house = await db.selectFrom('house_role').select('role').where('person', '=', person).execute()
      const cities = await db.selectFrom('city_role').select('city').where('person', '=', person).execute()
      return {
        person,
        name: row.name,
        kind: 'staff',
        house: house.map((r) => r.role),
        cities: cities.map((r) => r.city),
      }
    },
    showName: async (person: PersonId) => {
      const row = await db.selectFrom('person').select('show_name').where('id', '=', person).executeTakeFirst()
      return row?.show_name === 1
    },
    findStaff: async (name: string, role: StaffRole): Promise<PersonId | null> => {
      const staff = db.selectFrom('person').select('id').where('kind', '=', 'staff').where('name', '=', name)
      const having =
        'house' in role
          ? staff.innerJoin('house_role', 'house_role.person', 'person.id').where('house_role.role', '=', role.house)
          : staff.innerJoin('city_role', 'city_role.person', 'person.id').where('city_role.city', '=', role.city)
      return ((await having.executeTakeFirst())?.id as PersonId | undefined) ?? null
    },
    hasOperator: async () =>
      (await db.selectFrom('house_role').select('person').where('role', '=', 'operator').executeTakeFirst()) !==
      undefined,
    names: async (people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> => {
      if (people.length === 0) return new Map()
      const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', people).execute()
      return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id as PersonId, name] as const])))
    },
    byLogin: async (login: string) => {
      const row = await db.selectFrom('person').select(['id', 'password']).where('login', '=', login).executeTakeFirst()
      return row?.password ? { person: row.id as PersonId, password: row.password } : null
    },
  }
}

function writing(db: Db, clock: Clock, random: Random) {
  return {
    staff: async (name: string, role: StaffRole) => {
      const person = makeId<PersonId>(random)
      await db
        .insertInto('person')
        .values({ ...visitorRow(person, clock()), kind: 'staff', name })
        .execute()
      if ('house' in role) await db.insertInto('house_role').values({ person, role: role.house }).execute()
      else await db.insertInto('city_role').values({ person, city: role.city }).execute()
      return person
    },
    rename: async (person: PersonId, name: string) => {
      await db
        .updateTable('person')
        .set(({ ref, ...e }) => ({
          name,
          kind: e
            .case()
            .when('kind', '=', 'visitor')
            .then('guest' as const)
            .else(ref('kind'))
            .end(),
        }))
        .where('id', '=', person)
        .execute()
    },
    setShowName: async (person: PersonId, show: boolean) => {
      await db
        .updateTable('person')
        .set({ show_name: show ? 1 : 0 })
        .where('id', '=', person)
        .execute()
    },
    setPassword: async (person: PersonId, login: string, password: string) => {
      const { numUpdatedRows } = await db
        .updateTable('person')
        .set({ login, password })
        .where('id', '=', person)
        .where('kind', '=', 'staff')
        .where(({ not, exists, selectFrom }) => {
          const others = selectFrom('person as other').select('other.id').where('other.id', '!=', person)
          return not(exists(others.where('other.login', '=', login)))
        })
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    seen: async (persons: readonly PersonId[]) => {
      if (persons.length === 0) return
      await db
        .updateTable('person')
        .set({ seen_at: clock() })
        .where('id', 'in', [...persons])
        .execute()
    },
  }
}

function sweeping(db: Db, clock: Clock) {
  return {
    sweep: async () => {
      const rows = await db
        .deleteFrom('person')
        .where('kind', 'in', ['visitor', 'guest'])
        .where('seen_at', '<', clock() - GUEST_KEPT_MS)
        .returning(['id', 'name'])
        .execute()
      return rows.filter((row) => row.name !== null).map((row) => row.id as PersonId)
    },
  }
}
