// Who leads, under which epoch, and what happens when their line is lost. Pure rules only.

import { describe, expect, it } from 'vitest'
import { due } from '../../../shared/session/due.ts'
import { THE_HOUSE } from '../../../shared/session/roles.ts'
import { viewOf } from '../../../shared/session/snapshot.ts'
import { must } from '../../support/must.ts'
import { person, RUNDOWN, sessionLog } from '../../support/session-log.ts'

const [host, anna, ben, guest] = [person('host'), person('anna'), person('ben'), person('guest')]
const first = must(RUNDOWN[0]).id
// As the rules say, and not by the code's own figures: a change there must be seen here.
const GRACE_MS = 60_000

function live() {
  const session = sessionLog()
  session.ask(host, 'role:give', { person: anna, role: 'co-host' })
  session.ask(host, 'role:give', { person: ben, role: 'co-host' })
  session.ask(host, 'session:start', {})
  return session
}

function graceOver(session: ReturnType<typeof live>) {
  session.report({ type: 'line:lost', person: session.state.lead.guide ?? host })
  session.now += GRACE_MS
  session.report({ type: 'clock' })
}

describe('start and end', () => {
  it('[LIVE-1] who may start a session leads it under epoch 1', () => {
    const session = live()
    expect(session.state).toMatchObject({ phase: 'live', lead: { guide: host, epoch: 1, lostAt: null } })
    session.ask(anna, 'session:start', {})
    expect(session.last()).toBe('session.already-live')
  })

  it('[LIVE-1] the ready tour, planned by nobody, is started and led by any host of the house, and by nobody else', () => {
    const session = sessionLog('guided-tour', THE_HOUSE)
    session.ask(guest, 'session:start', {})
    expect(session.last()).toBe('session.not-allowed')
    session.ask(anna, 'session:start', {}, { house: true })
    expect(session.state.lead.guide).toBe(anna)
  })

  it('[LIVE-11] only who leads ends it, with confirmation; a co-host may while nobody leads', () => {
    const session = live()
    session.ask(anna, 'session:end', { confirm: true })
    expect(session.last()).toBe('session.higher-rank')
    session.ask(host, 'session:end', { confirm: false as never })
    expect(session.last()).toBe('session.confirm-needed')
    graceOver(session)
    expect(session.state.phase).toBe('paused')
    session.ask(anna, 'session:end', { confirm: true })
    expect(session.state.phase).toBe('ended')
    session.ask(anna, 'session:start', {})
    expect(session.last()).toBe('session.ended')
    session.ask(anna, 'lead:take', {})
    expect(session.last()).toBe('session.ended')
  })
})

describe('the lease', () => {
  it('[LIVE-3] steering of an older epoch is refused, even from who leads again', () => {
    const session = live()
    session.ask(host, 'cue:go', { cue: first, epoch: 1 })
    expect(session.state.cue?.id).toBe(first)
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.ask(anna, 'lead:accept', { epoch: 1 })
    session.ask(host, 'lead:take', {})
    expect(session.state.lead).toMatchObject({ guide: host, epoch: 3 })
    session.ask(host, 'cue:go', { cue: first, epoch: 1 })
    expect(session.last()).toBe('session.stale-epoch')
    session.ask(anna, 'cue:go', { cue: first, epoch: 3 })
    expect(session.last()).toBe('session.not-allowed')
  })

  it('[LIVE-3] steering of an epoch that has not come is refused as well', () => {
    const session = live()
    session.ask(host, 'cue:go', { cue: first, epoch: 2 })
    expect(session.last()).toBe('session.stale-epoch')
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.ask(anna, 'lead:accept', { epoch: 2 })
    expect(session.last()).toBe('session.stale-epoch')
  })

  it('[LIVE-5] a lost line is told to all and leaves everything where it is', () => {
    const session = live()
    session.ask(host, 'cue:go', { cue: first, epoch: 1 })
    const before = session.state
    session.report({ type: 'line:lost', person: host })
    expect(session.log.at(-1)).toMatchObject({ audience: 'all', event: { type: 'lead:lost', person: host } })
    expect(session.state).toEqual({ ...before, lead: { ...before.lead, lostAt: session.now } })
    session.report({ type: 'line:lost', person: anna })
    expect(session.log.at(-1)).toMatchObject({ event: { person: host } })
  })

  it('[LIVE-6] back within the grace leads on at once under the same epoch', () => {
    const session = live()
    session.report({ type: 'line:lost', person: host })
    session.now += GRACE_MS - 1
    session.report({ type: 'clock' })
    session.report({ type: 'line:back', person: host })
    expect(session.state.lead).toMatchObject({ guide: host, epoch: 1, lostAt: null })
    expect(due(session.state)).toBeNull()
  })

  it('[LIVE-6] a loss that is told twice does not begin the grace anew', () => {
    const session = live()
    session.report({ type: 'line:lost', person: host })
    const end = due(session.state)
    session.now += 30_000
    session.report({ type: 'line:lost', person: host })
    expect(due(session.state)).toBe(end)
  })

  it('[LIVE-7] the grace ends with its sixtieth second, not before and not after', () => {
    const session = live()
    session.lookup = { present: [anna] }
    session.report({ type: 'line:lost', person: host })
    session.now += 59_999
    session.report({ type: 'clock' })
    expect(session.state.lead.guide).toBe(host)
    session.now += 1
    session.report({ type: 'clock' })
    expect(session.state.lead.guide).toBe(anna)
  })

  it('[LIVE-7] who planned the session comes last, and who is lost does not follow themselves', () => {
    const session = sessionLog()
    session.ask(ben, 'session:start', {}, { house: true })
    session.ask(ben, 'role:give', { person: anna, role: 'co-host' }, { house: true })
    session.lookup = { present: [host, ben, anna] }
    graceOver(session)
    expect(session.state.lead.guide).toBe(anna)
    session.lookup = { present: [host, anna] }
    graceOver(session)
    expect(session.state.lead.guide).toBe(host)
    session.lookup = { present: [host] }
    graceOver(session)
    expect(session.state).toMatchObject({ phase: 'paused', lead: { guide: null } })
  })

  it('[LIVE-7] after the grace the first co-host who is there takes over, in the order they were named', () => {
    const session = live()
    session.lookup = { present: [ben, anna, guest] }
    graceOver(session)
    expect(session.state.lead).toMatchObject({ guide: anna, epoch: 2, lostAt: null })
    session.lookup = { present: [ben] }
    graceOver(session)
    expect(session.state.lead).toMatchObject({ guide: ben, epoch: 3 })
  })

  it('[LIVE-7] a former guide stays on as co-host, so that the lead can find back', () => {
    const session = sessionLog('guided-tour', THE_HOUSE)
    session.ask(host, 'session:start', {}, { house: true })
    session.ask(host, 'role:give', { person: anna, role: 'co-host' })
    session.lookup = { present: [anna] }
    graceOver(session)
    expect(session.state.roles).toContainEqual({ person: host, role: 'co-host' })
    session.ask(host, 'lead:take', {})
    expect(session.state.lead).toMatchObject({ guide: host, epoch: 3 })
  })

  it('[LIVE-8] with no co-host there the session pauses; who led before leads again on return', () => {
    const session = live()
    graceOver(session)
    expect(session.state).toMatchObject({ phase: 'paused', lead: { guide: null, epoch: 2, before: host } })
    session.report({ type: 'line:back', person: guest })
    expect(session.state.phase).toBe('paused')
    session.report({ type: 'line:back', person: host })
    expect(session.state).toMatchObject({ phase: 'live', lead: { guide: host, epoch: 3, before: null } })
  })

  it('[LIVE-8] while it is paused any co-host may take the lead, and the returning guide finds it taken but may take it back', () => {
    const session = live()
    graceOver(session)
    session.ask(guest, 'lead:take', {})
    expect(session.last()).toBe('session.not-allowed')
    session.ask(ben, 'lead:take', {})
    expect(session.state).toMatchObject({ phase: 'live', lead: { guide: ben, epoch: 3 } })
    session.report({ type: 'line:back', person: host })
    expect(session.state.lead).toMatchObject({ guide: ben, epoch: 3 })
  })

  it('[LIVE-9] of two co-hosts who take a free lead at once one gets it', () => {
    const session = live()
    graceOver(session)
    session.ask(anna, 'lead:take', {})
    session.ask(ben, 'lead:take', {})
    expect(session.last()).toBe('lead.taken')
    expect(session.state.lead).toMatchObject({ guide: anna, epoch: 3 })
  })

  it('[LIVE-9] whose role was taken takes the lead back no more', () => {
    const session = live()
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.ask(anna, 'lead:accept', { epoch: 1 })
    session.ask(anna, 'role:take', { person: host })
    session.ask(host, 'lead:take', {})
    expect(session.last()).toBe('lead.taken')
    expect(session.state.lead.guide).toBe(anna)
  })

  it('[LIVE-10] hand-over: asked, accepted, done, and back', () => {
    const session = live()
    session.ask(host, 'lead:offer', { to: guest, epoch: 1 })
    expect(session.last()).toBe('session.nobody-to-lead')
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.ask(ben, 'lead:accept', { epoch: 1 })
    expect(session.last()).toBe('lead.not-offered')
    session.ask(anna, 'lead:accept', { epoch: 1 })
    expect(session.state.lead).toMatchObject({ guide: anna, epoch: 2, offeredTo: null, before: host })
    session.ask(host, 'lead:take', {})
    expect(session.state.lead).toMatchObject({ guide: host, epoch: 3, before: null })
  })

  it('[LIVE-10] an offer is declined, withdrawn, replaced, and dies with its epoch', () => {
    const session = live()
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.ask(anna, 'lead:decline', { epoch: 1 })
    session.ask(host, 'lead:withdraw', { epoch: 1 })
    expect(session.last()).toBe('lead.not-offered')
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.ask(host, 'lead:offer', { to: ben, epoch: 1 })
    expect(session.state.lead.offeredTo).toBe(ben)
    session.lookup = { present: [anna] }
    graceOver(session)
    session.ask(ben, 'lead:accept', { epoch: 1 })
    expect(session.last()).toBe('session.stale-epoch')
    expect(session.state.lead).toMatchObject({ guide: anna, epoch: 2, offeredTo: null })
  })

  it('[LIVE-10] an offer that is open when the session ends is ended first', () => {
    const session = live()
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.ask(host, 'session:end', { confirm: true })
    expect(session.log.slice(-2).map(({ event, audience }) => [event.type, audience])).toEqual([
      ['lead:offer-ended', 'staff'],
      ['session:ended', 'all'],
    ])
  })

  it('[LIVE-10] an offer is staff’s to know of', () => {
    const session = live()
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    const seenBy = (who: typeof host, staff: boolean) => viewOf(session.state, { person: who, staff }).lead.offeredTo
    expect([seenBy(ben, true), seenBy(guest, false)]).toEqual([anna, null])
    expect(session.log.at(-1)?.audience).toBe('staff')
  })

  it('[LIVE-10] an offer can be accepted while the guide’s line is lost', () => {
    const session = live()
    session.ask(host, 'lead:offer', { to: anna, epoch: 1 })
    session.report({ type: 'line:lost', person: host })
    session.ask(anna, 'lead:accept', { epoch: 1 })
    expect(session.state.lead).toMatchObject({ guide: anna, epoch: 2, lostAt: null })
    session.report({ type: 'line:back', person: host })
    session.report({ type: 'clock' })
    expect(session.state.lead).toMatchObject({ guide: anna, epoch: 2 })
  })

  it('[LIVE-29] after the server’s own absence a grace begins anew, for who led and for who was missing already', () => {
    const session = live()
    session.report({ type: 'line:lost', person: host })
    session.now += GRACE_MS * 5
    session.report({ type: 'restart' })
    expect(due(session.state)).toBe(session.now + GRACE_MS)
    session.report({ type: 'clock' })
    expect(session.state.lead.guide).toBe(host)
  })
})
