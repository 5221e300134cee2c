// What may not happen, whatever is sent: somebody is told what is not theirs, or an ask is granted to who may not. Who may is
// counted generously (whoever was staff of a session at any time), so that no race is taken for a fault.

import type { PersonId } from '../../shared/kit/id.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import type { Tells } from '../../shared/protocol/wire.ts'
import { ALLOWED } from '../../shared/session/allowed.ts'
import type { SessionCommand } from '../../shared/session/commands.ts'
import type { SessionEvent, ToldEvent } from '../../shared/session/events.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { Heard, Who } from './fuzz-line.ts'

export interface Judge extends Heard {
  /** Events told, asks granted and refused so far. */
  readonly counts: { told: number; granted: number; refused: number }
  /** Epoch seen last, for near-misses. */
  epoch(): number
  staff(session: string, person: PersonId): void
  joins(who: Who, session: string): void
  /** Everything that was wrong, once each. */
  faults(): readonly string[]
}

export function createJudge(): Judge {
  const counts = { told: 0, granted: 0, refused: 0 }
  const joined = new Set<string>()
  const everStaff = new Set<string>()
  const granted = new Set<string>()
  const faults = new Set<string>()
  /** Judged at the end, when everybody who ever was staff is known. */
  const later: { key: string; fault: string }[] = []
  let epoch = 0
  const key = (session: string, person: PersonId) => `${session} ${person}`
  const staffOnly = (session: string, who: Who, fault: string) =>
    later.push({ key: key(session, who.person), fault: `${fault} (${who.name})` })

  const event = (who: Who, session: string, { circle, event }: ToldEvent) => {
    if ('epoch' in event) epoch = event.epoch
    for (const person of nowStaff(event)) everStaff.add(key(session, person))
    if (circle === 'staff') staffOnly(session, who, `was told a staff event, ${event.type}`)
    if (circle === 'own' && 'by' in event && event.by !== who.person)
      faults.add(`${who.name} was told another's own ${event.type}`)
    if (circle === 'all' && SECRET.has(event.type)) faults.add(`all were told ${event.type}`)
  }
  return {
    counts,
    epoch: () => epoch,
    staff: (session, person) => void everStaff.add(key(session, person)),
    joins: (who, session) => void joined.add(key(session, who.person)),
    told(who, name, payload) {
      counts.told++
      if (!name.startsWith('session:')) return
      const told = payload as Tells['session:events' | 'session:sums' | 'session:group']
      if (!joined.has(key(told.session, who.person))) faults.add(`${who.name} was told ${name} without having joined`)
      if (name === 'session:group') staffOnly(told.session, who, 'was told the group')
      if ('events' in told) for (const one of told.events) event(who, told.session, one)
    },
    answered(who, name, ask, reply) {
      if (!isReply(reply)) faults.add(`${name} was answered ${JSON.stringify(reply)}`)
      else if (!reply.ok) counts.refused++
      else counts.granted++
      if (!reply.ok) {
        if (reply.code === 'wire.fault')
          faults.add(`fault ${reply.fault} at ${name} ${JSON.stringify(ask).slice(0, 300)}`)
        return
      }
      // A role may be given while nobody listens: snapshots and granted commands tell of it too.
      const snapshot = reply.value as { state?: SessionState } | null
      const { session = '', command } = ask as { session?: string; command?: SessionCommand }
      for (const { person } of snapshot?.state?.roles ?? []) everStaff.add(key(session, person))
      if (snapshot?.state?.lead.guide) everStaff.add(key(session, snapshot.state.lead.guide))
      if (command?.type === 'role:give') everStaff.add(key(session, command.person))
      if (name === 'session:people') staffOnly(session, who, 'was given names')
      if (!command) return
      if (!joined.has(key(session, who.person)))
        faults.add(`${who.name} was granted ${command.type} without having joined`)
      // An id sent twice gets the first one's reply again and does nothing, whatever it came with.
      const once = `${session} ${who.person} ${command.id}`
      if (granted.has(once)) return
      granted.add(once)
      const { roles } = ALLOWED[command.type]
      if (!roles.includes('attendee')) staffOnly(session, who, `was granted ${command.type}`)
    },
    faults: () => [...faults, ...later.filter((one) => !everStaff.has(one.key)).map((one) => one.fault)],
  }
}

/** Single votes and stays are the server's alone. */
const SECRET: ReadonlySet<SessionEvent['type']> = new Set([
  'question:voted',
  'poll:voted',
  'attendance:noted',
  'question:queued',
])

const isReply = (reply: Reply<unknown>): boolean =>
  typeof reply === 'object' && reply !== null && (reply.ok === true || typeof reply.code === 'string')

function nowStaff(event: SessionEvent): readonly PersonId[] {
  if (event.type === 'role:given' || event.type === 'lead:taken') return [event.person]
  return event.type === 'session:planned' ? [event.host] : []
}
