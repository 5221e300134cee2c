// The session's store: events once and in order, holes, words taken back, own votes.

import { describe, expect, it } from 'vitest'
import { emptySlot, withEvents, withOwnVote, withoutWords, withSnapshot } from '../../../client/state/session-store.ts'
import { evolve } from '../../../shared/session/evolve.ts'
import { CUES, GUEST, QUESTION, SESSION, snapshot, told } from './sample-session.ts'

const joined = withSnapshot({ ...emptySlot, id: SESSION }, snapshot())
const at = (slot: typeof joined) => slot.joined?.state.cue?.id

describe('events', () => {
  it('[UI-8] the next event moves the state, and told twice it counts once', () => {
    const event = told(2, { type: 'follow:invited', by: GUEST })
    const once = withEvents(joined, [event], {}, evolve)
    const twice = withEvents(once.slot, [event], {}, evolve)
    expect(once.slot.joined?.state.invitation).toBe(1)
    expect(twice.slot.joined?.state.invitation).toBe(1)
    expect(twice.gap).toBe(false)
  })

  it('[UI-8] at a hole it stops, keeps what came before and says so', () => {
    const first = told(2, { type: 'cue:gone', cue: CUES[0].id })
    const late = told(4, { type: 'cue:gone', cue: CUES[2].id })
    const { slot, gap } = withEvents(joined, [first, late], {}, evolve)
    expect(gap).toBe(true)
    expect(at(slot)).toBe(CUES[0].id)
    expect(slot.joined?.counters.all).toBe(2)
  })

  it('[UI-8] each circle has its own numbers', () => {
    const mine = told(1, { type: 'question:queued', question: QUESTION, by: GUEST, place: 'net' }, 'own')
    const { slot, gap } = withEvents(joined, [mine], { [QUESTION]: '多少钱？' }, evolve)
    expect(gap).toBe(false)
    expect(slot.joined?.counters).toEqual({ all: 1, rest: 1 })
    expect(slot.joined?.words[QUESTION]).toBe('多少钱？')
  })

  it('[UI-8] before the snapshot nothing is folded', () => {
    const { slot, gap } = withEvents(emptySlot, [told(2, { type: 'session:paused' })], {}, evolve)
    expect([slot, gap]).toEqual([emptySlot, false])
  })
})

describe('what is kept beside the state', () => {
  it('[UI-14] words that were taken back are gone', () => {
    const slot = withSnapshot(joined, snapshot({ words: { [QUESTION]: 'text', [GUEST]: 'Anna' } }))
    expect(withoutWords(slot, [QUESTION]).joined?.words).toEqual({ [GUEST]: 'Anna' })
  })

  it('[UI-9] a new snapshot keeps how one follows and which invitation was answered', () => {
    const slot = withSnapshot({ ...joined, follow: 'together', answered: 3 }, snapshot())
    expect([slot.follow, slot.answered]).toEqual(['together', 3])
  })

  it('[UI-8] an own vote is kept once and taken back whole', () => {
    const voted = withOwnVote(withOwnVote(joined, QUESTION, true), QUESTION, true)
    expect(voted.joined?.own.votes).toEqual([QUESTION])
    expect(withOwnVote(voted, QUESTION, false).joined?.own.votes).toEqual([])
  })
})
