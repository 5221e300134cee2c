// What holds in every reachable state, whatever is asked by whomever: any commands in any order, seeded by fast-check.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toldTo, type Viewer, visible } from '../../../shared/session/audiences.ts'
import type { Audience, Circle, LoggedEvent, SessionEvent } from '../../../shared/session/events.ts'
import { evolve, fold } from '../../../shared/session/evolve.ts'
import { viewOf } from '../../../shared/session/snapshot.ts'
import { must } from '../../support/must.ts'
import { countsOf, type SessionLog, sessionLog } from '../../support/session-log.ts'
import { PEOPLE, play, storm } from '../../support/session-storm.ts'

/** The same storms each time; a seed that ever fails gets a test of its own. */
const RUNS = { numRuns: 250, seed: 20261124 }
const VIEWERS: readonly Viewer[] = PEOPLE.flatMap((one) => [
  { person: one, staff: false },
  { person: one, staff: true },
])

const CIRCLES: readonly Circle[] = ['all', 'staff', 'own']

/** Whether an event is kept from those whom it must be kept from. */
function isHidden(event: SessionEvent, audience: Audience): boolean {
  if (event.type.endsWith(':voted') || event.type === 'attendance:noted') return audience === 'server'
  if (event.type === 'question:queued') return typeof audience === 'object' && audience.person === event.by
  return event.type === 'poll:drafted' || event.type === 'lead:offered' ? audience === 'staff' : true
}

const always = (holds: (session: SessionLog, before: SessionLog['state']) => void) =>
  fc.assert(
    fc.property(storm, (one) => void play(one, holds)),
    RUNS,
  )
const atEnd = (holds: (session: SessionLog) => void) =>
  fc.assert(
    fc.property(storm, (one) => holds(play(one))),
    RUNS,
  )

describe('in every reachable state', () => {
  it('[LIVE-26] deciding throws on no command, and the storm reaches far', () => {
    const seen = new Set<string>()
    atEnd(({ log }) => {
      for (const one of log) seen.add(one.event.type)
    })
    expect(seen.size).toBeGreaterThan(26)
  })

  it('[LIVE-2] one person leads; every change of who leads raises the epoch, and it never falls', () => {
    always(({ state }, before) => {
      const changed = state.lead.guide !== before.lead.guide
      expect(state.lead.epoch - before.lead.epoch).toBeGreaterThanOrEqual(changed ? 1 : 0)
      const led = state.lead.guide !== null
      expect(led).toBe({ planned: false, live: true, paused: false, ended: led }[state.phase])
    })
  })

  it('[LIVE-17] at most one question is on stage, and it is the one that the state names', () => {
    always(({ state }) => {
      const staged = Object.values(state.questions).filter((one) => one.status === 'staged')
      expect(staged.map((one) => one.id)).toEqual(state.staged === null ? [] : [state.staged])
    })
  })

  it('[LIVE-21] at most one poll is open', () => {
    always(({ state }) => {
      expect(Object.values(state.polls).filter((one) => one.status === 'open').length).toBeLessThan(2)
    })
  })

  it('[LIVE-22] a closed poll’s sums are its votes, each person’s last one once', () => {
    atEnd((session) => {
      const counted = Object.values(session.state.polls).filter((one) => one.counts !== null)
      expect(counted.map((one) => one.counts)).toEqual(counted.map((one) => countsOf(session, one.id)))
    })
  })

  it('[LIVE-28] time never goes back', () => {
    always(({ state }, before) => expect(state.at).toBeGreaterThanOrEqual(before.at))
  })
})

describe('who sees what', () => {
  const heard = (log: readonly LoggedEvent[], viewer: Viewer) => log.filter((one) => visible(one, viewer))

  it('[LIVE-28] an event that says an earlier time changes what it changes, and not the time', () => {
    const { state } = sessionLog()
    const after = evolve(state, { at: state.at - 500, event: { type: 'session:started' } })
    expect([after.phase, after.at]).toEqual(['live', state.at])
  })

  it('[LIVE-24] the visible part of the fold of all events is the fold of the visible events, for everybody', () => {
    atEnd(({ state, log }) => {
      for (const viewer of VIEWERS) {
        expect({ ...fold(heard(log, viewer)), at: 0 }).toEqual({ ...viewOf(state, viewer), at: 0 })
      }
    })
  })

  it('[LIVE-24] a snapshot and the visible events after it make the same as everything from the start', () => {
    fc.assert(
      fc.property(storm, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        const { state, log } = play(one)
        const cut = 1 + Math.floor(share * (log.length - 1))
        const early = must(fold(log.slice(0, cut)))
        for (const viewer of VIEWERS) {
          const joined = heard(log.slice(cut), viewer).reduce(evolve, viewOf(early, viewer))
          expect({ ...joined, at: 0 }).toEqual({ ...viewOf(state, viewer), at: 0 })
        }
      }),
      RUNS,
    )
  })

  it('[LIVE-25] the numbers of each circle that somebody hears begin with 1 and have no gap', () => {
    atEnd(({ log }) => {
      for (const viewer of VIEWERS) {
        const told = log.flatMap((logged) => toldTo(logged, viewer) ?? [])
        for (const circle of CIRCLES) {
          const numbers = told.filter((one) => one.circle === circle).map((one) => one.n)
          expect(numbers).toEqual(numbers.map((_, i) => i + 1))
        }
      }
    })
  })

  it('[LIVE-25] nobody hears the server’s own events, and others hear of the queue only their own', () => {
    atEnd(({ log }) => {
      expect(log.filter(({ event, audience }) => !isHidden(event, audience))).toEqual([])
    })
  })

  it('[LIVE-31] texts of questions stand neither in the log nor in the state', () => {
    atEnd(({ log, state }) => {
      expect(JSON.stringify([log, state])).not.toContain('Why?')
    })
  })
})
