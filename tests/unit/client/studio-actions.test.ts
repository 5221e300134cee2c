// The studio's way to the server, with a server that keeps one booth in memory and can be away: nothing is sent twice or lost.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { studioActions } from '../../../client/app/studio-actions.ts'
import type { Api } from '../../../client/net/api.ts'
import { NO_LINE } from '../../../client/state/outcome.ts'
import { createStores } from '../../../client/state/stores.ts'
import { type BoothContent, EMPTY_CONTENT, SECTIONS } from '../../../shared/booth/content.ts'
import { NEW_LIFE } from '../../../shared/booth/life.ts'
import type { BoothStudio, PostBody } from '../../../shared/protocol/http.ts'
import { refuse, value } from '../../../shared/protocol/refusal.ts'
import { must } from '../../support/must.ts'
import { memoryShelf } from './fake-socket.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const front = (zh: string): BoothContent['front'] => ({ ...EMPTY_CONTENT.front, summary: { zh, en: '' } })

/** A server with one booth. */
function makeServer() {
  const sections: Record<string, { revision: number; body: unknown; by: null }> = Object.fromEntries(
    SECTIONS.map((section) => [section, { revision: 0, body: EMPTY_CONTENT[section], by: null }]),
  )
  const asked: string[] = []
  const server = { away: false, full: false, asked, sections }
  const answer = (path: string, body: unknown) => {
    if (server.away) return NO_LINE
    asked.push(path.replace('/api/booth/', ''))
    if (path === '/api/booth/draft')
      return value({ sections: structuredClone(sections), life: NEW_LIFE, history: [], review: true })
    if (path === '/api/booth/command') return value(null)
    if (path === '/api/booth/bring-in') {
      const { bases } = body as PostBody<'/api/booth/bring-in'>
      if (bases.front !== sections.front?.revision) return refuse('booth.changed-meanwhile')
      Object.assign(sections.front, { revision: bases.front + 1, body: front('带入') })
      return value(null)
    }
    const { base, save } = body as PostBody<'/api/booth/save'>
    const section = sections[save.section]
    if (!section || section.revision !== base) return refuse('booth.changed-meanwhile')
    if (server.full) return refuse('storage.full')
    Object.assign(section, { revision: base + 1, body: save.body })
    return value({ revision: base + 1 })
  }
  const api = { post: async (path: string, body: unknown) => answer(path, body) } as unknown as Api
  return {
    ...server,
    api,
    server,
    text: () => must(sections.front as BoothStudio['sections']['front'] | undefined).body.summary.zh,
  }
}

function makeStudio(api: Api, kept = memoryShelf()) {
  const stores = createStores(memoryShelf(), () => 'zh')
  const actions = studioActions({
    ...{ api, stores, clock: Date.now, random: (length) => new Uint8Array(length) },
    lock: async () => value([]),
    later: (then, ms) => setTimeout(then, ms),
    shelf: () => kept,
  })
  return { stores, actions, kept, parts: () => stores.studio.getState().parts }
}

describe('the studio', () => {
  it('[UI-90] sends what was typed once typing rests, and once', async () => {
    const { api, asked, text } = makeServer()
    const { actions } = makeStudio(api)
    await actions.open('qingdao')
    for (const typed of ['青', '青岛', '青岛市']) {
      actions.edit('front', front(typed), 'summary')
      await vi.advanceTimersByTimeAsync(300)
    }
    expect([asked, text()]).toEqual([['draft'], ''])
    await vi.advanceTimersByTimeAsync(2_000)
    expect([asked, text()]).toEqual([['draft', 'save'], '青岛市'])
  })

  it('[UI-113] makes what comes late out of what is there by then', async () => {
    const { api, text } = makeServer()
    const { actions } = makeStudio(api)
    await actions.open('qingdao')
    const late = (now: ReturnType<typeof front>) => ({ ...now, colour: '#123456' })
    actions.edit('front', front('青岛'), 'summary')
    actions.edit('front', late, 'colour')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(text()).toBe('青岛')
  })

  it('[UI-90] keeps trying while the line is lost, and stops where the server refuses', async () => {
    const { api, server, text } = makeServer()
    const { actions, parts, stores } = makeStudio(api)
    await actions.open('qingdao')
    server.away = true
    actions.edit('front', front('青岛'), 'summary')
    await vi.advanceTimersByTimeAsync(30_000)
    expect([text(), parts()?.front.refused, stores.studio.getState().away]).toEqual(['', null, true])
    server.away = false
    await vi.advanceTimersByTimeAsync(6_000)
    expect([text(), stores.studio.getState().away]).toEqual(['青岛', false])
    server.full = true
    actions.edit('front', front('海'), 'summary')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(parts()?.front.refused?.code).toBe('storage.full')
    server.full = false
    await actions.saveNow()
    expect([text(), parts()?.front.refused]).toEqual(['海', null])
  })

  it('[UI-92] that was overtaken reads anew and offers both', async () => {
    const { api, sections, text } = makeServer()
    const { actions, parts } = makeStudio(api)
    await actions.open('qingdao')
    Object.assign(sections.front ?? {}, { revision: 1, body: front('他写的') })
    actions.edit('front', front('我写的'), 'summary')
    await vi.advanceTimersByTimeAsync(2_000)
    expect([text(), parts()?.front.theirs?.body.summary.zh]).toEqual(['他写的', '他写的'])
    actions.choose('front', 'mine')
    await vi.advanceTimersByTimeAsync(2_000)
    expect([text(), parts()?.front.theirs]).toEqual(['我写的', null])
  })

  it('[UI-94] sends everything before a step of the booth’s life, and takes none while something is unsaved', async () => {
    const { api, asked, server, text } = makeServer()
    const { actions } = makeStudio(api)
    await actions.open('qingdao')
    actions.edit('front', front('青岛'), 'summary')
    actions.edit('model', { ...EMPTY_CONTENT.model, yaw: 1 }, 'yaw')
    expect(await actions.command({ type: 'submit', showAt: null })).toMatchObject({ ok: true })
    expect([asked, text()]).toEqual([['draft', 'save', 'save', 'command', 'draft'], '青岛'])
    server.full = true
    actions.edit('front', front('海'), 'summary')
    expect(await actions.command({ type: 'submit', showAt: null })).toMatchObject({ ok: false })
    expect(asked.filter((path) => path === 'command')).toHaveLength(1)
  })

  it('[UI-133] puts a whole content into the draft on what was read, after everything written here; one step back undoes it', async () => {
    const { api, asked, server, sections, text } = makeServer()
    const { actions, parts } = makeStudio(api)
    await actions.open('qingdao')
    actions.edit('front', front('青岛'), 'summary')
    expect(await actions.bringIn('upload-0001')).toMatchObject({ ok: true })
    expect(asked).toEqual(['draft', 'save', 'bring-in', 'draft'])
    expect([parts()?.front.mine.summary.zh, parts()?.front.base]).toEqual(['带入', 2])
    actions.undo()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(text()).toBe('青岛')
    Object.assign(must(sections.front), { revision: 9 })
    expect(await actions.bringIn('upload-0001')).toMatchObject({ code: 'booth.changed-meanwhile' })
    server.full = true
    actions.edit('front', front('海'), 'summary')
    expect(await actions.bringIn('upload-0001')).toMatchObject({ ok: false })
    expect(asked.filter((path) => path === 'bring-in')).toHaveLength(2)
  })

  it('[UI-93] goes on after a reload with what was unsaved', async () => {
    const { api, server, text } = makeServer()
    const first = makeStudio(api)
    await first.actions.open('qingdao')
    server.away = true
    first.actions.edit('front', front('青岛'), 'summary')
    await vi.advanceTimersByTimeAsync(2_000)
    vi.clearAllTimers()
    server.away = false
    const second = makeStudio(api, first.kept)
    await second.actions.open('qingdao')
    expect(second.parts()?.front.mine.summary.zh).toBe('青岛')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(text()).toBe('青岛')
    const third = makeStudio(api, first.kept)
    await third.actions.open('qingdao')
    expect(third.stores.studio.getState().past).toEqual([])
    first.kept.setItem('parlor.draft.studio.qingdao', '[{"section":"front","base":9,"body":[]},{"section":"x"}]')
    const fourth = makeStudio(api, first.kept)
    await fourth.actions.open('qingdao')
    expect(fourth.parts()?.front.mine.summary.zh).toBe('青岛')
  })

  it('[UI-95] drops an answer that comes after a later one', async () => {
    const { api, sections } = makeServer()
    const late: (() => void)[] = []
    const slow = {
      post: async (path: string, body: unknown) => {
        const answer = await (api.post as (path: string, body: unknown) => Promise<unknown>)(path, body)
        await new Promise<void>((done) => late.push(done))
        return answer
      },
    } as unknown as Api
    const { actions, stores } = makeStudio(slow)
    const first = actions.open('qingdao')
    await vi.advanceTimersByTimeAsync(0)
    Object.assign(must(sections.front), { revision: 1, body: front('新') })
    const second = actions.open('jinan')
    await vi.advanceTimersByTimeAsync(0)
    late[1]?.()
    await second
    late[0]?.()
    await first
    const { booth, parts } = stores.studio.getState()
    expect([booth, parts?.front.mine.summary.zh]).toEqual(['jinan', '新'])
  })
})
