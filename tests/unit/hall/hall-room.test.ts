// Whose name stands over whose figure: the plates of the server's hall, with lines and a crowd made for the test.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Crowd } from '../../../server/broadcast/crowd.ts'
import type { Line } from '../../../server/broadcast/line.ts'
import type { Caller } from '../../../server/gateway/handler.ts'
import { createHallRoom } from '../../../server/hall/hall-room.ts'
import type { PersonId, SessionId } from '../../../shared/kit/id.ts'
import type { Plate } from '../../../shared/protocol/wire.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const session = 'session-1' as SessionId

function openRoom() {
  let handles = 0
  const crowd = { enter: () => ++handles, circle: { add: () => {}, delete: () => {} } } as unknown as Crowd
  const room = createHallRoom(crowd)
  const plates = new Map<string, readonly string[]>()
  const enter = (name: string, how: { staff?: boolean; show?: boolean; machine?: boolean } = {}) => {
    const line = {
      id: name,
      send: ({ text }: { text: string }) => {
        const [, list] = JSON.parse(text.slice(1)) as [string, Plate[]]
        plates.set(name, list.map((plate) => plate.name).sort())
      },
    } as unknown as Line
    const person = `person-${name}` as PersonId
    const kind = how.staff ? ('staff' as const) : ('guest' as const)
    const caller: Caller = {
      person,
      line,
      me: { person, name, kind, house: [], cities: [] },
      address: '',
      machine: how.machine ? { session, role: 'stage-screen' } : null,
      room: null,
    }
    return { line, handle: room.enter(caller, how.show ?? false) }
  }
  const told = (name: string) => {
    vi.advanceTimersByTime(2_000)
    return plates.get(name) ?? []
  }
  return { room, enter, told }
}

describe('plates', () => {
  it('[PEOPLE-9] strangers see staff and who said so, and nobody else', () => {
    const { enter, told } = openRoom()
    enter('looker')
    enter('guest')
    enter('shown', { show: true })
    enter('staff', { staff: true })
    expect(told('looker')).toEqual(['shown', 'staff'])
  })

  it('[PEOPLE-12] people of one session see each other up to 200; in a larger one as strangers do', () => {
    const { room, enter, told } = openRoom()
    const join = (n: number) => room.inSession(enter(`p${n}`).line, session)
    for (let n = 0; n < 200; n++) join(n)
    expect(told('p0')).toHaveLength(200)
    join(200)
    expect(told('p0')).toEqual([])
  })

  it('[LIVE-72] a stage screen has no figure and no plate', () => {
    const { room, enter, told } = openRoom()
    enter('looker')
    expect(enter('screen', { machine: true, show: true }).handle).toBe(0)
    expect(told('looker')).toEqual([])
    expect(room.plates()).toEqual([])
  })
})
