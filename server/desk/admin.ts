// What `npm run admin` asks for and what the terminal reads then: the same beside a running server and without one.

import { z } from 'zod'
import type { StaffRow } from '../../shared/protocol/http.ts'
import { text } from '../../shared/protocol/parts.ts'
import type { Links } from '../person/links.ts'
import type { Staff } from '../person/staff.ts'
import { linkUrl, parseRole, roleName } from './link-routes.ts'
import type { RemoveStaff } from './staff-routes.ts'

export const adminOrder = z.discriminatedUnion('do', [
  /** A sign-in link; without a name the role's own. */
  z.object({ do: z.literal('link'), role: z.string().max(40), name: text(40).optional() }),
  z.object({ do: z.literal('staff') }),
  z.object({ do: z.literal('remove'), who: z.string().max(80) }),
])
export type AdminOrder = z.infer<typeof adminOrder>

/** What the terminal prints, and whether it was done. */
export interface AdminAnswer {
  readonly done: boolean
  readonly lines: readonly string[]
}

export interface AdminDeps {
  readonly links: Links
  readonly staff: Staff
  readonly remove: RemoveStaff
  /** The address that people open. */
  readonly origin: string
}

/** Does what the terminal asked for. */
export async function obey(order: AdminOrder, deps: AdminDeps): Promise<AdminAnswer> {
  switch (order.do) {
    case 'link':
      return await makeLink(order.role, order.name, deps)
    case 'staff':
      return done(...table(await deps.staff.list()))
    case 'remove':
      return await remove(order.who, deps)
  }
}

const done = (...lines: readonly string[]): AdminAnswer => ({ done: true, lines })
const notDone = (line: string): AdminAnswer => ({ done: false, lines: [line] })

async function makeLink(
  roleText: string,
  name: string | undefined,
  { links, origin }: AdminDeps,
): Promise<AdminAnswer> {
  const role = parseRole(roleText)
  if (!role) return notDone(`There is no role ${roleText}: operator, host, or a city such as qingdao.`)
  const { token } = await links.make(role, name || roleName(role))
  return done(linkUrl(origin, token), 'Signs in one person, once, within 15 minutes.')
}

async function remove(who: string, { staff, remove }: AdminDeps): Promise<AdminAnswer> {
  const person = await staff.find(who)
  const reply = person && (await remove(person))
  if (!reply || (!reply.ok && reply.code === 'person.unknown'))
    return notDone(`Nobody of the staff has the id or login ${who}.`)
  if (reply.ok) return done(`${who} is no longer staff.`)
  return notDone(`${who} is the only operator. Make another one first: npm run admin -- link operator NAME`)
}

/** Names stand last: Chinese ones are wider than any padding knows. */
function table(rows: readonly StaffRow[]): readonly string[] {
  const line = (id: string, seen: string, role: string, login: string, name: string) =>
    [id.padEnd(16), seen.padEnd(16), role.padEnd(12), login.padEnd(16), name].join('  ').trimEnd()
  const lines = rows.map(({ person, seenAt, house, cities, login, name }) =>
    line(
      person,
      new Date(seenAt).toISOString().slice(0, 16).replace('T', ' '),
      [...house, ...cities].join(' '),
      login ?? '–',
      name ?? '',
    ),
  )
  return [line('ID', 'LAST SEEN (UTC)', 'ROLE', 'LOGIN', 'NAME'), ...lines]
}
