// Work for the GPU: what shares a frame, what waits for the next, and what becomes of a job that is given up.

import { expect, it } from 'vitest'
import { UploadQueue } from '../../../client/hall/load/upload-queue.ts'

/** A queue whose frames are counted, and what was done in which frame. */
function counted() {
  let frame = 0
  const done: string[] = []
  const queue = new UploadQueue(async () => void frame++)
  const step = (name: string, share: number) => ({ share, work: () => void done.push(`${name}@${frame}`) })
  return { queue, done, step }
}

const never = new AbortController().signal

it('[HALL-34] large pictures take a frame each; small things share one as long as they fit', async () => {
  const { queue, done, step } = counted()
  await queue.run([step('a', 1), step('b', 1), step('c', 0.4), step('d', 0.4), step('e', 0.4)], never)
  expect(done).toEqual(['a@1', 'b@2', 'c@3', 'd@3', 'e@4'])
})

it('[HALL-34] two models never share a frame: one after the other, in the order in which they came', async () => {
  const { queue, done, step } = counted()
  await Promise.all([
    queue.run([step('a', 0.2), step('b', 1)], never),
    queue.run([step('c', 0.2), step('d', 0.2)], never),
  ])
  expect(done).toEqual(['a@1', 'b@2', 'c@3', 'd@3'])
})

it('[HALL-34] of those that wait the nearest is next, as near as it is by then', async () => {
  const { queue, done, step } = counted()
  const far = { a: 1, b: 9, c: 5, d: 2 }
  const run = (name: keyof typeof far) => queue.run([step(name, 1)], never, () => far[name])
  const walked = { share: 0, work: () => void (far.b = 0) }
  await Promise.all([queue.run([step('a', 1), walked], never), run('b'), run('c'), run('d')])
  expect(done).toEqual(['a@1', 'b@2', 'd@3', 'c@4'])
})

it('[HALL-34] a model that is no longer wanted stops between two steps, and one that fails holds up no other', async () => {
  const { queue, done, step } = counted()
  const abort = new AbortController()
  const given = queue.run(
    [step('a', 1), { share: 1, work: () => abort.abort(new Error('gone')) }, step('b', 1)],
    abort.signal,
  )
  const failed = queue.run([{ share: 1, work: () => Promise.reject(new Error('broken')) }], never)
  const last = queue.run([step('c', 1)], never)
  await expect(given).rejects.toThrow('gone')
  await expect(failed).rejects.toThrow('broken')
  await last
  expect(done).toEqual(['a@1', 'c@4'])
})
