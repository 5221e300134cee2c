// Stopping an upload: what is under way is taken back at the server, what is whole there is left alone.

import { expect, it, vi } from 'vitest'
import { uploadActions } from '../../../client/app/upload-actions.ts'
import type { Api } from '../../../client/net/api.ts'
import { uploadModel } from '../../../client/net/upload-model.ts'
import { createStores } from '../../../client/state/stores.ts'
import { memoryShelf } from './fake-socket.ts'

interface Options {
  onSuccess(): void
}

const made = vi.hoisted(() => ({ aborted: [] as boolean[], options: null as Options | null }))
vi.mock('tus-js-client', () => ({
  DetailedError: Error,
  Upload: class {
    url = null
    constructor(_file: unknown, options: Options) {
      made.options = options
    }
    findPreviousUploads = async () => []
    start = () => undefined
    abort = async (terminate: boolean) => void made.aborted.push(terminate)
  },
}))

it('[UI-75] an upload under way is taken back when it is stopped; one that the server has whole is not asked after again', () => {
  const file = { size: 3, name: 'a.glb' } as File
  uploadModel('qingdao', file, () => undefined).stop()
  expect(made.aborted).toEqual([true])
  const whole = uploadModel('qingdao', file, () => undefined)
  made.options?.onSuccess()
  whole.stop()
  expect(made.aborted).toEqual([true])
})

it('[UI-75] another file chosen takes the one under way back, and so does stopping it in the studio', async () => {
  made.aborted.length = 0
  const stores = createStores(memoryShelf(), () => 'en')
  const upload = uploadActions({} as Api, stores)
  for (const name of ['a.glb', 'b.glb']) {
    upload.start('qingdao', { name, size: 3 } as File)
    await vi.dynamicImportSettled()
  }
  expect(made.aborted).toEqual([true])
  upload.stop('qingdao')
  expect(made.aborted).toEqual([true, true])
  expect(stores.upload.getState().byCity.qingdao).toMatchObject({ file: 'b.glb', phase: 'stopped' })
})
