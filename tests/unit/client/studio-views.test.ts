// What the studio makes of a booth before it is shown: where two texts differ, how it stands with publishing, which keys are steps.

import { describe, expect, it } from 'vitest'
import { partNamed } from '../../../client/studio/parts.ts'
import { differences, type Sayers } from '../../../client/studio/section-texts.ts'
import { namedBy, standingOf } from '../../../client/studio/standing.ts'
import { stepOfKey } from '../../../client/studio/step-keys.ts'
import { format } from '../../../client/ui/words.tsx'
import { type BoothContent, contentFaults, EMPTY_CONTENT, type ItemId } from '../../../shared/booth/content.ts'
import { type BoothEvent, evolveBooth, NEW_LIFE } from '../../../shared/booth/life.ts'
import type { PersonId } from '../../../shared/kit/id.ts'
import type { HistoryRow } from '../../../shared/protocol/http.ts'
import { FIELD_WORDS } from '../../../shared/words/studio-fields.ts'
import { PART_WORDS } from '../../../shared/words/studio-parts.ts'

const say: Sayers = {
  part: (key, values) => format('en', PART_WORDS[key].en, values),
  field: (key, values) => format('en', FIELD_WORDS[key].en, values),
  language: 'en',
}
const both = (zh: string, en = '') => ({ zh, en })
const figure = { label: both('吞吐量'), value: '6.8', unit: both('亿吨'), year: 2023, source: both('统计局') }
const panel = (id: string, title: string, figures: readonly (typeof figure)[] = []) => ({
  ...{ id: id as ItemId, title: both('', title), text: both(''), picture: null, figures: [...figures] },
})
const spoken = (found: ReturnType<typeof differences>) => found.map(({ where, a, b }) => [where, a, b])

describe('two texts', () => {
  it('[UI-98] differ where they differ, each place in words', () => {
    const was = { ...EMPTY_CONTENT.front, summary: both('旧') }
    const is = { ...was, summary: both('新'), colour: '#123456' }
    expect(spoken(differences('front', was, is, say))).toEqual([
      ['Summary · Chinese', '旧', '新'],
      ['Colour of the gate', 'This is the city’s own colour', '#123456'],
    ])
    expect(differences('front', was, was, say)).toEqual([])
  })

  it('[UI-98] of a list follow the thing, not its place', () => {
    const was = [panel('panel-0001', 'Port', [figure]), panel('panel-0002', 'Sea')]
    const is = [panel('panel-0002', 'Sea'), panel('panel-0001', 'Port', [{ ...figure, year: 2024 }])]
    expect(spoken(differences('panels', was, is, say))).toEqual([
      ['Port · Figures · Figure 1 · Year', '2023', '2024'],
      ['The list', 'Port → Sea', 'Sea → Port'],
    ])
    expect(spoken(differences('panels', was, [], say))).toContainEqual(['Port · Title · English', 'Port', null])
  })

  it('[UI-98] of pictures and files name them as such', () => {
    const [one, other] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string]
    const { front } = EMPTY_CONTENT
    const logo = { file: one, alt: both('', 'Waves') }
    const files = (was: typeof front, is: typeof front) =>
      differences('front', was, is, say).map(({ where, a, b, file }) => [where, a, b, file])
    expect(files(front, { ...front, logo })).toEqual([
      ['Logo', null, one, 'picture'],
      ['Logo · What the picture shows · English', null, 'Waves', null],
    ])
    expect(files({ ...front, logo }, { ...front, logo: { ...logo, file: other } })).toEqual([
      ['Logo', one, other, 'picture'],
    ])
    const spot = (file: string) => ({
      ...{ id: 'spot-00001' as ItemId, name: both('', 'Film'), at: { x: 0, y: 0, z: 0 } },
      shown: { kind: 'film' as const, file, filename: 'a.mp4', text: both('') },
    })
    expect(differences('spots', [spot(one)], [spot(other)], say)).toMatchObject([{ a: one, b: other, file: 'other' }])
  })

  it('[UI-98] of spots say in words what each shows', () => {
    const spot = { id: 'spot-0001' as ItemId, name: both('', 'Port'), at: { x: 0, y: 1, z: 0 } }
    const was: BoothContent['spots'] = [{ ...spot, shown: { kind: 'text', text: both('') } }]
    const film = { kind: 'film', file: 'f'.repeat(64), filename: 'port.mp4', text: both('') } as const
    expect(spoken(differences('spots', was, [{ ...spot, shown: film }], say))).toEqual([
      ['Port · What it shows', null, 'f'.repeat(64)],
      ['Port · What it shows · Kind', 'Text', 'Film'],
      ['Port · What it shows · File name', null, 'port.mp4'],
    ])
  })

  it('[UI-98] of a model say the turn in degrees', () => {
    const { model } = EMPTY_CONTENT
    const turned = { ...model, upload: 'upload-1234', yaw: Math.PI / 2 }
    expect(spoken(differences('model', model, turned, say))).toEqual([
      ['Model', 'the default booth', 'a model of your own'],
      ['Turned by', '0°', '90°'],
    ])
  })
})

describe('how it stands', () => {
  const by = (seq: number) => ({ person: 'person-of-li-01' as PersonId, name: '李', at: seq })
  const after = (...events: readonly BoothEvent[]) => {
    const history: HistoryRow[] = events.map((event, i) => ({ seq: i + 1, by: by(i + 1), event })).reverse()
    return standingOf(events.reduce(evolveBooth, NEW_LIFE), history)
  }

  it('[UI-100] is the default booth at first, then what waits, came back and is shown', () => {
    expect(after()).toEqual([{ is: 'default' }])
    const submitted = { type: 'submitted', n: 1, showAt: null } as const
    expect(after(submitted)).toMatchObject([{ is: 'waiting', n: 1, by: { at: 1 } }, { is: 'default' }])
    const returned = { type: 'returned', n: 1, remark: '请补充来源' } as const
    expect(after(submitted, returned)[0]).toMatchObject({ is: 'returned', n: 1, remark: '请补充来源' })
    const again = { type: 'submitted', n: 2, showAt: null } as const
    const shown = after(submitted, returned, again, { type: 'approved', n: 2 }, { type: 'shown', n: 2 })
    expect(shown).toMatchObject([{ is: 'shown', n: 2, by: { at: 5 } }])
  })

  it('[UI-100] says what has its time, and that and why the booth was taken down', () => {
    const all = after(
      { type: 'submitted', n: 1, showAt: null },
      { type: 'approved', n: 1 },
      { type: 'shown', n: 1 },
      { type: 'submitted', n: 2, showAt: 99 },
      { type: 'approved', n: 2 },
      { type: 'taken-down', remark: '版权' },
    )
    expect(all).toMatchObject([
      { is: 'down', remark: '版权' },
      { is: 'scheduled', n: 2, showAt: 99 },
    ])
  })

  it('[UI-100] what is missing is told by the name of its thing', () => {
    const content: BoothContent = {
      ...EMPTY_CONTENT,
      panels: [panel('panel-0001', 'Port', [{ ...figure, source: both('') }])],
    }
    const [fault] = contentFaults(content)
    expect(fault).toMatchObject({ code: 'no-source', section: 'panels', item: 'panel-0001' })
    expect(fault && namedBy(content, fault)).toEqual(both('', 'Port'))
  })
})

describe('the studio’s keys and addresses', () => {
  const press = (key: string, more: object = {}, inside: string | null = null) =>
    stepOfKey({
      ...{ key, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, defaultPrevented: false },
      target: { closest: () => inside } as unknown as EventTarget,
      ...more,
    })

  it('[UI-96] are steps of the booth, but not within a field or a dialog', () => {
    expect([press('z'), press('Z', { shiftKey: true }), press('y')]).toEqual(['undo', 'redo', 'redo'])
    expect([press('z', { ctrlKey: false }), press('z', { altKey: true }), press('s')]).toEqual([null, null, null])
    expect([press('z', {}, 'textarea'), press('z', { metaKey: true, ctrlKey: false })]).toEqual([null, 'undo'])
  })

  it('[UI-95] name the part that is open; none means the model, a wrong one nothing', () => {
    expect([partNamed(undefined), partNamed('panels'), partNamed('spots-of-mine')]).toEqual(['model', 'panels', null])
  })
})
