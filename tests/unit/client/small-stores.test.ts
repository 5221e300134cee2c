// The small stores: settings, hall, uploads, notices, the clock's offset, the first language.

import { describe, expect, it } from 'vitest'
import { uploadActions } from '../../../client/app/upload-actions.ts'
import type { Api } from '../../../client/net/api.ts'
import { createClockOffset } from '../../../client/net/clock-offset.ts'
import { emptyHall, withBooth } from '../../../client/state/hall-store.ts'
import { withNotice } from '../../../client/state/notice-store.ts'
import {
  createSettingsStore,
  defaultSettings,
  forcedLevel,
  readSettings,
} from '../../../client/state/settings-store.ts'
import { createStores } from '../../../client/state/stores.ts'
import { isTurnedAway, type Upload, uploadKey, withProgress, withUpload } from '../../../client/state/upload-store.ts'
import { firstLanguage } from '../../../client/ui/words.tsx'
import { memoryShelf } from './fake-socket.ts'

describe('language', () => {
  it.each([
    ['en', ['zh-CN'], 'en'],
    [null, ['ja-JP', 'zh-TW', 'en-US'], 'zh'],
    [null, ['EN-us'], 'en'],
    [null, ['ko-KR'], 'en'],
    ['xx', ['zh'], 'zh'],
  ] as const)('[UI-1] saved %s, browser %s gives %s', (saved, wanted, language) => {
    expect(firstLanguage(saved, wanted)).toBe(language)
  })
})

describe('settings', () => {
  const first = () => 'zh' as const

  it('[UI-16] are the defaults when the shelf holds rubbish', () => {
    for (const rubbish of ['', '{', 'null', '[]', '{"speed":"fast","quality":7,"snapTurn":"yes"}']) {
      expect(readSettings(memoryShelf({ 'parlor.settings': rubbish }), first)).toEqual(defaultSettings('zh'))
    }
  })

  it('[UI-16] come back as they were chosen', () => {
    const shelf = memoryShelf()
    createSettingsStore(shelf, first).setState({ quality: 'low', speed: 3.6, neverFollow: true })
    expect(readSettings(shelf, first)).toMatchObject({ quality: 'low', speed: 3.6, neverFollow: true })
  })

  it('[UI-16] a level from the address holds for the visit and is not kept', () => {
    const shelf = memoryShelf()
    const store = createSettingsStore(shelf, first)
    store.setState({ forced: forcedLevel('?level=none') })
    expect(store.getState().forced).toBe('none')
    expect(readSettings(shelf, first).forced).toBe(null)
    expect(forcedLevel('?level=ultra')).toBe(null)
  })

  it('[UI-16] a shelf that throws keeps nothing and breaks nothing', () => {
    const broken = {
      getItem: () => {
        throw new Error('denied')
      },
      setItem: () => {
        throw new Error('denied')
      },
      removeItem: () => {},
    }
    const store = createSettingsStore(broken, first)
    store.setState({ quality: 'high' })
    expect(store.getState().quality).toBe('high')
  })
})

describe('booths', () => {
  const booth = (revision: number) => ({
    id: 'qingdao',
    name: { zh: '青岛', en: 'Qingdao' },
    summary: { zh: '', en: '' },
    summaryIsSample: true,
    model: null,
    own: null,
    revision,
  })

  it('[UI-15] a newer revision is taken and told, an older or equal one is not', () => {
    const newer = withBooth(withBooth(emptyHall, booth(3)), booth(4))
    expect([newer.booths.qingdao?.revision, newer.lastChanged?.n]).toEqual([4, 2])
    expect(withBooth(newer, booth(4))).toBe(newer)
    expect(withBooth(newer, booth(2))).toBe(newer)
  })
})

describe('uploads', () => {
  const progress = { upload: 'upload-0001', city: 'qingdao', name: 'tower.glb', stage: 'checking' } as const

  it('[UI-20] the server’s word takes over from the bytes', () => {
    const sending = {
      byCity: {
        qingdao: {
          id: 'upload-0001',
          city: 'qingdao',
          kind: 'model',
          file: 'tower.glb',
          total: 10,
          sent: 10,
          phase: 'sending',
          refusal: null,
          progress: null,
        } as const,
      },
    }
    const seen = withProgress(withUpload(sending, 'qingdao', { phase: 'waiting' }), progress)
    expect(seen.byCity.qingdao).toMatchObject({ phase: 'sent', total: 10, progress: { stage: 'checking' } })
  })

  it('[UI-34] a file refused for what it is is not offered to go on; one that was cut off or has to wait is', () => {
    const refused = (code: string) => isTurnedAway({ phase: 'failed', refusal: { code } })
    expect(['model.wrong-type', 'model.too-large', 'booth.unknown'].map(refused)).toEqual([true, true, true])
    expect(['line.none', 'storage.full', 'model.too-many'].map(refused)).toEqual([false, false, false])
  })

  it('[UI-62] what the server says of another upload never stands in place of one’s own under way', () => {
    const own = { ...withProgress({ byCity: {} }, progress).byCity.qingdao, file: 'mine.glb' }
    const sending = { byCity: { qingdao: { ...own, id: null, phase: 'sending', progress: null } as Upload } }
    const other = { ...progress, upload: 'upload-0002', stage: 'ready' } as const
    expect(withProgress(sending, other)).toBe(sending)
    const queued = withProgress(withUpload(sending, 'qingdao', { id: 'upload-0001' }), progress)
    expect(withProgress(queued, other)).toBe(queued)
    const over = withProgress(queued, { ...progress, stage: 'refused' })
    expect(withProgress(over, other).byCity.qingdao?.progress).toEqual(other)
  })

  it('[UI-62] what became of an upload while the line was lost is asked of the server', async () => {
    const stores = createStores(memoryShelf(), () => 'en')
    stores.upload.setState((state) => withProgress(state, progress))
    const uploads = [{ ...progress, upload: 'upload-0002' }, { ...progress, stage: 'ready' } as const]
    const api = {
      uploads: async () => ({ ok: true, value: { uploads, open: [], imported: null, used: 7, limit: 9 } }),
    } as unknown as Api
    await uploadActions(api, stores).list('qingdao')
    expect(stores.upload.getState().byCity.qingdao?.progress).toMatchObject({ upload: 'upload-0001', stage: 'ready' })
  })

  it('[UI-133] a whole content on its way stands beside the model’s upload, and is found again after a reload', async () => {
    const stores = createStores(memoryShelf(), () => 'en')
    stores.upload.setState((state) => withProgress(state, progress))
    const imported = { ...progress, upload: 'upload-0009', name: 'all.zip', kind: 'import', stage: 'ready' } as const
    const reply = { ok: true, value: { uploads: [], open: [], imported, used: 7, limit: 9 } }
    await uploadActions({ uploads: async () => reply } as unknown as Api, stores).list('qingdao')
    const { byCity } = stores.upload.getState()
    expect(byCity.qingdao).toMatchObject({ id: 'upload-0001', kind: 'model', file: 'tower.glb' })
    expect(byCity[uploadKey('qingdao', 'import')]).toMatchObject({ id: 'upload-0009', kind: 'import', file: 'all.zip' })
  })

  it('[UI-20] a colleague’s upload shows as well; a change for no upload is none', () => {
    const empty = { byCity: {} }
    expect(withProgress(empty, progress).byCity.qingdao?.file).toBe('tower.glb')
    expect(withUpload(empty, 'jinan', { sent: 3 })).toBe(empty)
  })
})

describe('notices and clock', () => {
  it('[UI-9] the newest three notices stay, each with its own id', () => {
    let state: Parameters<typeof withNotice>[0] = { notices: [], next: 1 }
    for (const text of ['a', 'b', 'c', 'd']) state = withNotice(state, text)
    expect(state.notices.map(({ text, id }) => text + id)).toEqual(['b2', 'c3', 'd4'])
  })

  it('[UI-12] the shortest round trip tells the offset; a slower one later does not spoil it', () => {
    let now = 0
    const offset = createClockOffset(() => now)
    now = 400
    expect(offset.take(0, 10_000)).toBe(9800)
    now = 520
    expect(offset.take(500, 10_510)).toBe(10_000)
    now = 2000
    expect(offset.take(1000, 11_900)).toBe(10_000)
  })
})
