// The sign-in links printed when the server starts. To the terminal only, never to the log.

import type { StaffRole } from '../../shared/protocol/http.ts'
import { isLoopback } from '../http/proxies.ts'
import type { Links } from '../person/links.ts'
import type { People } from '../person/people.ts'
import { linkUrl, roleName } from './link-routes.ts'

/** The parlor stands in Qingdao; its staff are the city's staff one tries things out with. */
const HOME_CITY = 'qingdao'

export interface StartLink {
  /** `operator`, `host` or a city's id. */
  readonly role: string
  readonly url: string
}

export interface StartLinkDeps {
  readonly links: Links
  readonly people: People
  readonly publicUrl: string | null
  readonly host: string
}

/**
 * On this machine alone (no PUBLIC_URL, a loopback HOST): one link each for operator, host and one city's staff.
 * Else one for the operator, and only while the house has none.
 */
export async function makeStartLinks(
  { links, people, publicUrl, host }: StartLinkDeps,
  origin: string,
): Promise<StartLink[]> {
  const alone = publicUrl === null && (host === 'localhost' || isLoopback(host))
  const roles: StaffRole[] = alone
    ? [{ house: 'operator' }, { house: 'host' }, { city: HOME_CITY }]
    : (await people.hasOperator())
      ? []
      : [{ house: 'operator' }]
  const made: StartLink[] = []
  for (const role of roles) {
    const name = roleName(role)
    const { token } = await links.make(role, name)
    made.push({ role: 'house' in role ? role.house : role.city, url: linkUrl(origin, token) })
  }
  return made
}
