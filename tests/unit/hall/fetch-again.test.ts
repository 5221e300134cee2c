// A model's file over a line that fails, is busy, or says no.

import { afterEach, expect, it, vi } from 'vitest'
import { fetchAgain } from '../../../client/hall/load/fetch-again.ts'

afterEach(() => vi.unstubAllGlobals())

/** Answers in turn: a status, or 0 for a line that fails. */
function line(...answers: readonly number[]) {
  const left = [...answers]
  const asked = vi.fn(async () => {
    const status = left.shift() ?? 0
    if (status === 0) throw new TypeError('Failed to fetch')
    return new Response(new Uint8Array([7]), { status })
  })
  vi.stubGlobal('fetch', asked)
  return asked
}
const pauses: number[] = []
const wait = async (ms: number) => void pauses.push(ms)
const never = new AbortController().signal

it('[HALL-38] is asked for again over a line that fails and of a server that is busy, ever more seldom', async () => {
  const asked = line(0, 503, 429, 200)
  pauses.length = 0
  expect([...new Uint8Array(await fetchAgain('/files/a', never, wait))]).toEqual([7])
  expect([asked.mock.calls.length, pauses]).toEqual([4, [1000, 3000, 8000]])
})

it('[HALL-38] is not asked for again when it is not there, and not for ever', async () => {
  const gone = line(404)
  await expect(fetchAgain('/files/a', never, wait)).rejects.toThrow('404')
  expect(gone).toHaveBeenCalledOnce()
  const dead = line()
  await expect(fetchAgain('/files/a', never, wait)).rejects.toThrow('Failed to fetch')
  expect(dead).toHaveBeenCalledTimes(6)
})

it('[HALL-38] a model that is no longer wanted is not waited for', async () => {
  const asked = line(0, 200)
  const abort = new AbortController()
  const given = fetchAgain('/files/a', abort.signal)
  setTimeout(() => abort.abort(new Error('gone')), 5)
  await expect(given).rejects.toThrow('gone')
  expect(asked).toHaveBeenCalledOnce()
})
