// The studio's draft on this side: what is edited, sent, taken back, and written by a colleague meanwhile. Nobody's work is lost.

import { describe, expect, it } from 'vitest'
import {
  emptyStudio,
  hasUnsaved,
  isUnsaved,
  MERGE_MS,
  nextToSave,
  redone,
  type StudioState,
  undone,
  withBroughtIn,
  withChoice,
  withEdit,
  withLocks,
  withRestored,
  withSaved,
  withSaveRefused,
  withSending,
  withStudio,
} from '../../../client/state/studio-store.ts'
import { savingOf } from '../../../client/studio/use-studio.ts'
import { type BoothContent, EMPTY_CONTENT, SECTIONS } from '../../../shared/booth/content.ts'
import { NEW_LIFE } from '../../../shared/booth/life.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import type { BoothStudio } from '../../../shared/protocol/http.ts'
import { must } from '../../support/must.ts'

const front = (zh: string): BoothContent['front'] => ({ ...EMPTY_CONTENT.front, summary: { zh, en: '' } })
const LI = { person: 'person-of-li-01' as PersonId, name: '李', at: 5 }

function served(over: Partial<BoothStudio['sections']> = {}): BoothStudio {
  const sections = Object.fromEntries(
    SECTIONS.map((section) => [section, { revision: 0, body: EMPTY_CONTENT[section], by: null }]),
  ) as unknown as BoothStudio['sections']
  return { sections: { ...sections, ...over }, life: NEW_LIFE, history: [], review: true }
}

const OPEN = withStudio(emptyStudio, 'qingdao', served())
const type = (state: StudioState, text: string, at = 0, mark = 'summary') =>
  withEdit(state, 'front', front(text), mark, at)
const shown = (state: StudioState) => state.parts?.front.mine.summary.zh

describe('what is edited', () => {
  it('[UI-90] is unsaved until the server has it, what was typed meanwhile too', () => {
    const typed = type(OPEN, '青')
    expect([shown(typed), hasUnsaved(typed), nextToSave(typed)]).toEqual(['青', true, 'front'])
    const sending = withSending(typed, 'front')
    expect(nextToSave(sending)).toBe(null)
    const on = type(sending, '青岛', 1)
    const saved = withSaved(on, 'front', 1, LI)
    expect([shown(saved), nextToSave(saved), saved.parts?.front.base]).toEqual(['青岛', 'front', 1])
    const done = withSaved(withSending(saved, 'front'), 'front', 2, LI)
    expect([hasUnsaved(done), done.parts?.front.base, done.parts?.front.by]).toEqual([false, 2, LI])
  })

  it('[UI-90] typed back to what it was is nothing to send', () => {
    const back = type(type(OPEN, '青'), '', 9)
    expect([hasUnsaved(back), nextToSave(back)]).toEqual([false, null])
  })

  it('[UI-90] refused, it stays and waits for a change', () => {
    const refused = withSaveRefused(withSending(type(OPEN, '青'), 'front'), 'front', {
      ok: false,
      code: 'storage.full',
    })
    expect([shown(refused), nextToSave(refused), refused.parts?.front.refused?.code]).toEqual([
      '青',
      null,
      'storage.full',
    ])
    expect(nextToSave(type(refused, '青岛', 9))).toBe('front')
  })
})

describe('a whole content that was put into the draft', () => {
  it('[UI-133] is one step back and one forth, over every section it changed, and no more than it', () => {
    const typed = withSaved(withSending(type(OPEN, '青'), 'front'), 'front', 1, LI)
    const panels = [{ id: 'panel-001' }] as unknown as BoothContent['panels']
    const read = withStudio(
      typed,
      'qingdao',
      served({ front: { revision: 2, body: front('潍'), by: null }, panels: { revision: 1, body: panels, by: null } }),
    )
    const brought = withBroughtIn(read, must(typed.parts), 50)
    const both = ({ parts }: StudioState) => [parts?.front.mine.summary.zh, parts?.panels.mine.length]
    expect([both(brought), brought.past.length]).toEqual([['潍', 1], 3])
    const back = undone(brought)
    expect([both(back), nextToSave(back), back.past.length]).toEqual([['青', 0], 'front', 1])
    const forth = redone(back)
    expect([both(forth), hasUnsaved(forth), forth.future.length]).toEqual([['潍', 1], false, 0])
    expect(both(undone(undone(forth)))).toEqual(['', 0])
    const twice = withBroughtIn(
      withStudio(forth, 'qingdao', served({ front: { revision: 3, body: front('东'), by: null } })),
      must(forth.parts),
      60,
    )
    expect(both(undone(twice))).toEqual(['潍', 1])
  })
})

describe('a step back', () => {
  it('[UI-91] takes a run of typing at once, and each other thing by itself, in whatever section', () => {
    let state = type(type(OPEN, '青', 0), '青岛', 100)
    state = withEdit(state, 'panels', [{ id: 'panel-001' }] as unknown as BoothContent['panels'], 'add', 200)
    state = type(state, '青岛市', 300 + MERGE_MS)
    expect(state.past).toHaveLength(3)
    state = undone(state)
    expect(shown(state)).toBe('青岛')
    state = undone(state)
    expect(state.parts?.panels.mine).toEqual([])
    state = undone(state)
    expect([shown(state), undone(state)]).toEqual(['', state])
    for (let i = 0; i < 3; i++) state = redone(state)
    expect([shown(state), state.parts?.panels.mine.length, redone(state)]).toEqual(['青岛市', 1, state])
  })

  it('[UI-91] makes a new step of typing that rested', () => {
    const rested = type(type(OPEN, '青', 0), '青岛', MERGE_MS)
    expect([rested.past.length, shown(undone(rested))]).toEqual([2, '青'])
    expect(type(type(OPEN, '青', 0), '青岛', MERGE_MS - 1).past).toHaveLength(1)
  })

  it('[UI-91] then something else: there is no way forth any more', () => {
    const state = type(undone(type(OPEN, '青', 0)), '海', 10)
    expect([shown(state), state.future, redone(state)]).toEqual(['海', [], state])
  })

  it('[UI-91] is sent like every change', () => {
    const saved = withSaved(withSending(type(OPEN, '青'), 'front'), 'front', 1, LI)
    expect([shown(undone(saved)), nextToSave(undone(saved))]).toEqual(['', 'front'])
  })
})

describe('a colleague', () => {
  const changed = served({ front: { revision: 1, body: front('他写的'), by: LI } })

  it('[UI-92] who writes elsewhere is shown at once', () => {
    expect(shown(withStudio(OPEN, 'qingdao', changed))).toBe('他写的')
    const mine = withEdit(OPEN, 'panels', [{ id: 'panel-001' }] as unknown as BoothContent['panels'], 'add', 0)
    const both = withStudio(mine, 'qingdao', changed)
    expect([shown(both), both.parts?.panels.mine.length, both.parts?.panels.theirs]).toEqual(['他写的', 1, null])
  })

  it('[UI-92] who writes what I am writing waits beside mine until one is chosen; the other is a step back away', () => {
    const met = withStudio(type(OPEN, '我写的'), 'qingdao', changed)
    expect([shown(met), met.parts?.front.theirs?.body, nextToSave(met)]).toEqual(['我写的', front('他写的'), null])
    const mine = withChoice(met, 'front', 'mine', 9)
    expect([shown(mine), nextToSave(mine), mine.parts?.front.base]).toEqual(['我写的', 'front', 1])
    const theirs = withChoice(met, 'front', 'theirs', 9)
    expect([shown(theirs), hasUnsaved(theirs)]).toEqual(['他写的', false])
    expect(shown(undone(theirs))).toBe('我写的')
  })

  it('[UI-92] who wrote the same is nobody to choose against, nor is my own text whose answer was lost', () => {
    expect(withStudio(type(OPEN, '他写的'), 'qingdao', changed).parts?.front.theirs).toBe(null)
    const sent = type(withSending(type(OPEN, '他写的'), 'front'), '他写的。', 1)
    const again = withStudio(sent, 'qingdao', changed)
    expect([shown(again), again.parts?.front.theirs, nextToSave(again)]).toEqual(['他写的。', null, 'front'])
  })

  it('[UI-92] an older word of the server changes nothing', () => {
    const now = withStudio(OPEN, 'qingdao', changed)
    const typed = type(now, '我写的')
    const late = withStudio(typed, 'qingdao', served())
    expect([shown(late), late.parts?.front.base, late.parts?.front.theirs]).toEqual(['我写的', 1, null])
  })
})

describe('after a reload', () => {
  it('[UI-93] what was unsaved goes on where it was', () => {
    const state = withRestored(OPEN, 'front', 0, front('青'))
    expect([shown(state), nextToSave(state)]).toEqual(['青', 'front'])
    expect(withRestored(OPEN, 'front', 0, front(''))).toBe(OPEN)
  })

  it('[UI-93] and stands beside what a colleague wrote meanwhile', () => {
    const newer = withStudio(emptyStudio, 'qingdao', served({ front: { revision: 4, body: front('他写的'), by: LI } }))
    const state = withRestored(newer, 'front', 3, front('我写的'))
    expect([shown(state), state.parts?.front.theirs?.revision, isUnsaved(state.parts?.front as never)]).toEqual([
      '我写的',
      4,
      true,
    ])
  })

  it('[UI-93] another booth begins anew', () => {
    const state = withStudio(type(OPEN, '青'), 'jinan', served())
    expect([state.booth, shown(state), state.past]).toEqual(['jinan', '', []])
  })
})

describe('what the server says', () => {
  it('[UI-95] an answer that was overtaken by a newer one changes nothing', () => {
    const newer = withStudio(OPEN, 'qingdao', served({ front: { revision: 2, body: front('二'), by: LI } }))
    const older = withStudio(newer, 'qingdao', served({ front: { revision: 1, body: front('一'), by: LI } }))
    expect([shown(newer), shown(older), older.parts?.front.base]).toEqual(['二', '二', 2])
  })

  it('[UI-95] who edits what is of the booth that is open', () => {
    const locks = [{ section: 'front' as const, person: LI.person, name: '李' }]
    expect(withLocks(OPEN, 'jinan', locks).locks).toEqual([])
    expect(withLocks(OPEN, 'qingdao', locks).locks).toEqual(locks)
    expect(withStudio(withLocks(OPEN, 'qingdao', locks), 'jinan', served()).locks).toEqual([])
  })

  it('[UI-97] how it stands with saving is the worst of all parts', () => {
    const of = (state: StudioState, lost = false) => savingOf(must(state.parts), lost)
    const typed = type(OPEN, '青')
    expect([of(OPEN).is, of(typed).is, of(typed, true).is]).toEqual(['saved', 'saving', 'waiting'])
    const refused = withSaveRefused(typed, 'front', { ok: false, code: 'storage.full' })
    expect(of(refused, true)).toMatchObject({ is: 'refused', section: 'front', why: { code: 'storage.full' } })
    const two = withStudio(typed, 'qingdao', served({ front: { revision: 1, body: front('他'), by: LI } }))
    expect(of(two)).toEqual({ is: 'choose', section: 'front' })
  })
})
