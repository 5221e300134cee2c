// Who sees which event, and the numbers it gets in the circles that see it.

import type { PersonId } from '../kit/id.ts'
import type { Audience, Circle, Counters, LoggedEvent, ToldEvent } from './events.ts'

/** Whose eyes: a person, staff or not (roles.ts says which). */
export interface Viewer {
  readonly person: PersonId
  readonly staff: boolean
}

/** The circle through which a viewer hears an audience, or null: `server` is heard by nobody. */
export function circleFor(audience: Audience, viewer: Viewer): Circle | null {
  if (audience === 'all') return 'all'
  if (audience === 'server') return null
  if (viewer.staff) return 'staff'
  return audience !== 'staff' && audience.person === viewer.person ? 'own' : null
}

/** Whether a viewer sees an event. */
export const visible = ({ audience }: { readonly audience: Audience }, viewer: Viewer): boolean =>
  circleFor(audience, viewer) !== null

/** How far each circle has been counted. */
export interface Counts {
  readonly all: number
  readonly staff: number
  readonly own: Readonly<Record<PersonId, number>>
}

export const NO_COUNTS: Counts = { all: 0, staff: 0, own: {} }

/** The counts after one more event of this audience. */
export function countOn(counts: Counts, audience: Audience): Counts {
  if (audience === 'server') return counts
  if (audience === 'all') return { ...counts, all: counts.all + 1 }
  if (audience === 'staff') return { ...counts, staff: counts.staff + 1 }
  const { person } = audience
  const own = { ...counts.own, [person]: (counts.own[person] ?? 0) + 1 }
  return { all: counts.all, staff: counts.staff + 1, own }
}

/** The numbers that an event of this audience has when these are the counts after it. */
export function numbersOf(counts: Counts, audience: Audience): LoggedEvent['n'] {
  const one = typeof audience === 'object'
  return {
    all: audience === 'all' ? counts.all : null,
    staff: audience === 'staff' || one ? counts.staff : null,
    own: one ? (counts.own[audience.person] ?? 0) : null,
  }
}

/** What a viewer has heard when everything up to these counts was told. */
export const countersOf = (counts: Counts, viewer: Viewer): Counters => ({
  all: counts.all,
  rest: viewer.staff ? counts.staff : (counts.own[viewer.person] ?? 0),
})

/** An event as one viewer hears it, or null. */
export function toldTo(logged: LoggedEvent, viewer: Viewer): ToldEvent | null {
  const circle = circleFor(logged.audience, viewer)
  const n = circle === null ? null : logged.n[circle]
  return circle === null || n === null ? null : { circle, n, at: logged.at, event: logged.event }
}
