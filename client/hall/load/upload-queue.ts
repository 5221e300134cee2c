// Work for the GPU in small steps: a picture a frame, or a few small things, so that no frame waits for a whole model.
// One job after another, the nearest first, each frame's steps a task of their own; what the steps of a model are is ready-model.ts's.

import { nextTask } from './wait.ts'

export interface Step {
  /** Of what a frame has room for, 0 to 1: steps share a frame as long as they fit. */
  readonly share: number
  work(): void | Promise<unknown>
}

/** A page that is not seen gets no frames: nobody sees it stutter either, ms. */
const UNSEEN = 250

interface Job {
  readonly steps: readonly Step[]
  readonly signal: AbortSignal
  readonly order: () => number
  resolve(): void
  reject(cause: unknown): void
}

export class UploadQueue {
  readonly #nextTurn: () => Promise<void>
  readonly #waiting: Job[] = []
  #busy = false

  /** @param nextTurn waits for the room of one more frame */
  constructor(nextTurn: () => Promise<void> = afterFrame) {
    this.#nextTurn = nextTurn
  }

  /**
   * Does the steps in their order. Rejects with the signal's reason, or with what a step threw.
   * @param order asked whenever a job ends: of those that wait, the least is next
   */
  run(steps: readonly Step[], signal: AbortSignal, order: () => number = () => 0): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ steps, signal, order, resolve, reject })
      if (!this.#busy) void this.#serve()
    })
  }

  async #serve(): Promise<void> {
    this.#busy = true
    for (let job = this.#take(); job; job = this.#take()) {
      // Whatever becomes of this job, the next one has its turn.
      await this.#work(job).then(job.resolve, job.reject)
    }
    this.#busy = false
  }

  #take(): Job | undefined {
    const least = this.#waiting.reduce(
      (best, { order }, at, all) => (order() < (all[best]?.order() ?? 0) ? at : best),
      0,
    )
    return this.#waiting.splice(least, 1)[0]
  }

  async #work({ steps, signal }: Job): Promise<void> {
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
