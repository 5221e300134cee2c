// The operator makes sign-in links: POST /api/links for signed-in operators. The words to print and the admin's own way are beside it.

import { CITIES } from '../../shared/hall/cities.ts'
import type { StaffRole } from '../../shared/protocol/http.ts'
import { refuse, value } from '../../shared/protocol/refusal.ts'
import type { PostHandlers } from '../http/posts.ts'
import type { Links } from '../person/links.ts'
import { notOperator } from './operator.ts'

export function linkRoutes(links: Links): Pick<PostHandlers, '/api/links'> {
  return {
    '/api/links': async ({ role, name }, asker) => {
      const no = notOperator(asker.who)
      if (no) return no
      if (name.length === 0) return refuse('person.name-bad')
      if ('city' in role && !isCity(role.city)) return refuse('booth.unknown')
      const { token, expiresAt } = await links.make(role, name)
      return value({ url: linkUrl(asker.origin, token), expiresAt })
    },
  }
}

/** The token stands after `#`: it is in no server's log and no Referer. */
export const linkUrl = (origin: string, token: string): string => `${origin}/sign-in#${token}`

const isCity = (id: string): boolean => CITIES.some((city) => city.id === id)

/** `operator`, `host` or a city's id (`city:<id>` as well) as a role, or null. */
export function parseRole(text: string): StaffRole | null {
  if (text === 'operator' || text === 'host') return { house: text }
  const city = text.replace(/^city:/, '')
  return isCity(city) ? { city } : null
}

/** The name a link made at the terminal gives; the person can change it. */
export function roleName(role: StaffRole): string {
  if ('house' in role) return role.house === 'operator' ? '运营 Operator' : '主持 Host'
  const city = CITIES.find((one) => one.id === role.city)
  return `${city?.name.zh ?? role.city} ${city?.name.en ?? ''}`.trim()
}
