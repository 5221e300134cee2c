// Work for the GPU in small steps: a picture a frame, or a few small things, so that no frame waits for a whole model.
// Jobs go one after another, each step a task of its own after a frame; what the steps of a model are is ready-model.ts's.

import { nextTask } from './wait.ts'

export interface Step {
  /** Of what a frame has room for, 0 to 1: steps share a frame as long as they fit. */
  readonly share: number
  work(): void | Promise<unknown>
}

/** A page that is not seen gets no frames: nobody sees it stutter either, ms. */
const UNSEEN = 250

export class UploadQueue {
  readonly #nextTurn: () => Promise<void>
  #last: Promise<void> = Promise.resolve()

  /** @param nextTurn waits for the room of one more frame */
  constructor(nextTurn: () => Promise<void> = afterFrame) {
    this.#nextTurn = nextTurn
  }

  /** Does the steps in their order, after those of earlier jobs. Rejects with the signal's reason, or with what a step threw. */
  run(steps: readonly Step[], signal: AbortSignal): Promise<void> {
    const job = this.#last.then(() => this.#work(steps, signal))
    // Whatever becomes of this job, the next one has its turn.
    this.#last = job.catch(() => {})
    return job
  }

  async #work(steps: readonly Step[], signal: AbortSignal): Promise<void> {
    let room = 0
    for (const { share, work } of steps) {
      signal.throwIfAborted()
      if (share > room) {
        await this.#nextTurn()
        signal.throwIfAborted()
        room = 1
      }
      room -= share
      await work()
    }
  }
}

/** The task after the next frame: what is done there is in nobody's frame. */
async function afterFrame(): Promise<void> {
  await new Promise<void>((done) => {
    const late = setTimeout(done, UNSEEN)
    requestAnimationFrame(() => {
      clearTimeout(late)
      done()
    })
  })
  await nextTask()
}
