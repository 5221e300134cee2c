// Timers as a port, so that tests decide when time passes. Milliseconds; each call gives back its cancel.

export interface Timers {
  after(ms: number, run: () => void): () => void
  every(ms: number, run: () => void): () => void
  /** Once everything that waits now has run: what was answered is on its way. */
  soon(run: () => void): void
}

export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  every: (ms, run) => {
    const timer = setInterval(run, ms)
    return () => clearInterval(timer)
  },
  soon: (run) => void setImmediate(run),
}
