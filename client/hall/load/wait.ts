// Small waits that keep the main thread free while the hall is put together.

/** Lets the browser paint and answer before the next piece of work. */
export function nextTask(): Promise<void> {
  return new Promise((done) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      done()
    }
    channel.port2.postMessage(0)
  })
}

/** Waits until the browser has nothing better to do, at most a third of a second. */
export function whenIdle(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 330 })
    else setTimeout(done, 32)
  })
}

/** Waits so many milliseconds; rejects with the signal's reason when it is given up. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      done()
    }, ms)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason instanceof Error ? signal.reason : new Error('given up'))
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
