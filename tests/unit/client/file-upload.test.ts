// A city's files beside its model: what the server tells of them goes to who sent them, and never to the model's upload.

import { expect, it, vi } from 'vitest'
import { sendFile } from '../../../client/app/file-actions.ts'
import { receiveHall } from '../../../client/net/receive-hall.ts'
import type { Line } from '../../../client/net/socket.ts'
import { createStores } from '../../../client/state/stores.ts'
import type { ModelProgress } from '../../../shared/model/progress.ts'
import { must } from '../../support/must.ts'
import { memoryShelf } from './fake-socket.ts'

let whole: () => void = () => undefined
vi.mock('../../../client/net/upload-model.ts', () => ({
  uploadModel: (_city: string, _file: File, tell: (change: object) => void, kind: string) => {
    tell({ id: `upload-of-${kind}` })
    whole = () => tell({ phase: 'sent' })
  },
}))

const told = new Map<string, (tell: unknown) => void>()
const line = { on: (name: string, then: (tell: unknown) => void) => void told.set(name, then) } as unknown as Line
const progress = (over: Partial<ModelProgress>): ModelProgress => ({
  ...{ upload: 'upload-of-file', city: 'qingdao', name: 'port.jpg', stage: 'queued' },
  ...over,
})
const file = { hash: 'a'.repeat(64), kind: 'picture', name: 'port.jpg', bytes: 9, width: 3, height: 2 } as const

function open() {
  const stores = createStores(memoryShelf(), () => 'zh')
  receiveHall(line, stores)
  const tell = (over: Partial<ModelProgress>) => must(told.get('model:progressed'))(progress(over))
  const send = (name: string) => sendFile('qingdao', new File(['x'], name), stores, (then, ms) => setTimeout(then, ms))
  return { stores, tell, send }
}

it('[UI-107] what becomes of a picture is told to who sent it, also when that came before the last byte was acknowledged', async () => {
  const { stores, tell, send } = open()
  const first = send('port.jpg')
  await vi.waitFor(() => expect(stores.file.getState()).toBeDefined())
  await vi.dynamicImportSettled()
  tell({})
  tell({ stage: 'ready', file })
  whole()
  expect(await first).toEqual({ ok: true, value: file })
  const second = send('port.jpg')
  await vi.dynamicImportSettled()
  stores.file.setState({ ended: {} })
  whole()
  tell({ stage: 'refused', findings: [{ code: 'model.file-not-picture', detail: {} }] })
  expect(await second).toMatchObject({ ok: false, code: 'model.file-not-picture' })
})

it('[UI-107] a file never stands in place of a model’s upload, and one of another kind is not sent at all', async () => {
  const { stores, tell, send } = open()
  tell({ stage: 'checking' })
  expect(stores.upload.getState().byCity).toEqual({})
  tell({ name: 'tower.glb', upload: 'upload-0001', stage: 'checking' })
  expect(stores.upload.getState().byCity.qingdao?.file).toBe('tower.glb')
  expect(await send('virus.exe')).toEqual({ ok: false, code: 'model.file-type' })
})
