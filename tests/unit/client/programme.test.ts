// The programme's order, times in two zones, how long ago somebody was here, and a stage screen's key.

import { describe, expect, it } from 'vitest'
import { seenBefore } from '../../../client/desk/seen.ts'
import { stageKey } from '../../../client/state/stage-key.ts'
import { inOrder } from '../../../client/ui/programme.ts'
import { fromHallClock, whenIn } from '../../../client/ui/When.tsx'
import type { SessionId } from '../../../shared/kit/id.ts'
import type { SessionSummary } from '../../../shared/protocol/wire.ts'
import { memoryShelf } from './fake-socket.ts'

const one = (id: string, phase: SessionSummary['phase'], plannedFor: number | null, startedAt: number | null = null) =>
  ({ id: id as SessionId, kind: 'guided-tour', title: { zh: id, en: id }, phase, plannedFor, startedAt }) as const

describe('the programme', () => {
  it('[UI-56] what is live comes first, then what is planned by its time, without one last', () => {
    const sessions = [
      one('some day', 'planned', null),
      one('tomorrow', 'planned', 200),
      one('paused', 'paused', null, 50),
      one('today', 'planned', 100),
      one('live', 'live', 900, 90),
    ]
    expect(inOrder(sessions).map(({ id }) => id)).toEqual(['live', 'paused', 'today', 'tomorrow', 'some day'])
  })
})

describe('a planned time', () => {
  // 14:30 in Qingdao on Tuesday, 1 December 2026.
  const at = Date.UTC(2026, 11, 1, 6, 30)

  it('[UI-57] stands in the viewer’s zone, with the hall’s beside it where the clocks differ', () => {
    expect(whenIn(at, 'en-GB', 'Asia/Shanghai')).toEqual({ own: 'Tue 1 Dec, 14:30', hall: null })
    expect(whenIn(at, 'en-GB', 'Europe/Berlin')).toEqual({ own: 'Tue 1 Dec, 07:30', hall: '14:30' })
    expect(whenIn(at, 'en-GB', 'America/Los_Angeles')).toEqual({ own: 'Mon 30 Nov, 22:30', hall: 'Tue 1 Dec, 14:30' })
    expect(whenIn(at, 'zh-CN', 'Asia/Tokyo')).toEqual({ own: '12月1日周二 15:30', hall: '14:30' })
  })

  it('[UI-57] is typed by the hall’s clock, wherever one sits', () => {
    expect(fromHallClock('2026-12-01T14:30')).toBe(at)
    expect(fromHallClock('')).toBe(null)
  })
})

describe('when somebody was last here', () => {
  it.each([
    [0, 'now', 0],
    [-5_000, 'now', 0],
    [3_599_999, 'now', 0],
    [3_600_000, 'hours', 1],
    [86_399_999, 'hours', 23],
    [86_400_000 * 3.5, 'days', 3],
  ] as const)('[UI-58] %s ms ago is said as %s', (ago, unit, count) => {
    expect(seenBefore(1e12 - ago, 1e12)).toEqual({ unit, count })
  })
})

describe('a stage screen’s key', () => {
  it('[UI-59] is kept on the machine for a reload that lost it, each session’s apart', () => {
    const kept = memoryShelf()
    const shelf = () => kept
    expect(stageKey('session-0001', '#key-one', shelf)).toBe('key-one')
    expect(stageKey('session-0001', '', shelf)).toBe('key-one')
    expect(stageKey('session-0002', '', shelf)).toBe('')
    expect(
      stageKey('session-0001', '#key-two', () => {
        throw new Error('forbidden')
      }),
    ).toBe('key-two')
  })
})
