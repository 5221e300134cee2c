// Stopping an upload: what is under way is taken back at the server, what is whole there is left alone.

import { expect, it, vi } from 'vitest'
import { uploadActions } from '../../../client/app/upload-actions.ts'
import type { Api } from '../../../client/net/api.ts'
import { uploadModel } from '../../../client/net/upload-model.ts'
import { createStores } from '../../../client/state/stores.ts'
import { memoryShelf } from './fake-socket.ts'

interface Options {
  readonly uploadUrl?: string
  onSuccess(): void
}

const made = vi.hoisted(() => ({
  aborted: [] as boolean[],
  options: null as Options | null,
  previous: [] as { readonly city: string; readonly kind: string }[],
  resumed: [] as unknown[],
}))
vi.mock('tus-js-client', () => ({
  DetailedError: Error,
  Upload: class {
    url = null
    constructor(_file: unknown, options: Options) {
      made.options = options
    }
    findPreviousUploads = async () => made.previous.map((metadata) => ({ metadata }))
    resumeFromPreviousUpload = (one: unknown) => void made.resumed.push(one)
    start = () => undefined
    abort = async (terminate: boolean) => void made.aborted.push(terminate)
  },
}))

it('[UI-75] an upload under way is taken back when it is stopped; one that the server has whole is not asked after again', () => {
  const file = { size: 3, name: 'a.glb' } as File
  void uploadModel('qingdao', file, () => undefined).stop()
  expect(made.aborted).toEqual([true])
  const whole = uploadModel('qingdao', file, () => undefined)
  made.options?.onSuccess()
  void whole.stop()
  expect(made.aborted).toEqual([true])
})

it('[UI-75] another file chosen takes the one under way back, and so does stopping it in the studio', async () => {
  made.aborted.length = 0
  const stores = createStores(memoryShelf(), () => 'en')
  const upload = uploadActions({ uploads: async () => ({ ok: false, code: 'line.none' }) } as unknown as Api, stores)
  for (const name of ['a.glb', 'b.glb']) {
    upload.start('qingdao', { name, size: 3 } as File)
    await vi.dynamicImportSettled()
  }
  expect(made.aborted).toEqual([true])
  upload.stop('qingdao')
  expect(made.aborted).toEqual([true, true])
  expect(stores.upload.getState().byCity.qingdao).toMatchObject({ file: 'b.glb', phase: 'stopped' })
})

it('[MODEL-137] the same file goes on with what the server has of it, whatever it is called; another one begins anew', async () => {
  const stores = createStores(memoryShelf(), () => 'en')
  const open = {
    upload: 'upload-0007',
    kind: 'model',
    name: '展台.glb',
    bytes: 3,
    sent: 2,
    modified: 77,
    sending: false,
  }
  const room = {
    uploads: [],
    imported: null,
    open: [
      { ...open, upload: 'upload-0006', kind: 'import' },
      open,
      { ...open, upload: 'upload-0008', modified: null },
    ],
    used: 2,
    limit: 9,
  }
  const upload = uploadActions({ uploads: async () => ({ ok: true, value: room }) } as unknown as Api, stores)
  await upload.list('qingdao')
  const goesOn = async (name: string, size: number, lastModified: number, city = 'qingdao') => {
    upload.start(city, { name, size, lastModified } as File)
    await vi.dynamicImportSettled()
    return made.options?.uploadUrl?.split('/').at(-1)
  }
  expect(await goesOn('renamed.glb', 3, 77)).toBe('upload-0007')
  expect(await goesOn('展台.glb', 3, 78)).toBe('upload-0008')
  expect(await goesOn('other.glb', 3, 78)).toBe(undefined)
  expect(await goesOn('展台.glb', 4, 77)).toBe(undefined)
  expect(await goesOn('展台.glb', 3, 77, 'jinan')).toBe(undefined)
})

it('[UI-133] a whole content is sent beside the model’s upload, and stopped by itself', async () => {
  made.aborted.length = 0
  const stores = createStores(memoryShelf(), () => 'en')
  const upload = uploadActions({ uploads: async () => ({ ok: false, code: 'line.none' }) } as unknown as Api, stores)
  upload.start('qingdao', { name: 'a.glb', size: 3 } as File)
  upload.start('qingdao', { name: 'all.zip', size: 3 } as File, 'import')
  await vi.dynamicImportSettled()
  upload.stop('qingdao', 'import')
  const { byCity } = stores.upload.getState()
  expect(made.aborted).toEqual([true])
  expect([byCity.qingdao?.phase, byCity['qingdao/import']?.phase]).toEqual(['sending', 'stopped'])
})

it('[MODEL-137] what this browser began for another booth is not gone on with', async () => {
  const file = { size: 3, name: 'a.glb', lastModified: 77 } as File
  made.resumed.length = 0
  made.previous = [
    { city: 'jinan', kind: 'model' },
    { city: 'qingdao', kind: 'file' },
    { city: 'qingdao', kind: 'model' },
  ]
  uploadModel('qingdao', file, () => undefined)
  await vi.waitFor(() => expect(made.resumed).toEqual([{ metadata: { city: 'qingdao', kind: 'model' } }]))
  made.previous = []
})
