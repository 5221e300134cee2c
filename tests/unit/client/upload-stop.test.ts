// Stopping an upload: what is under way is taken back at the server, what is whole there is left alone.

import { expect, it, vi } from 'vitest'
import { uploadModel } from '../../../client/net/upload-model.ts'

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
