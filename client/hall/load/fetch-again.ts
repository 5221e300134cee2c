// Fetches a file that is known to be there, again and again while only the line is in the way: who lost it for a minute finds the
// booths as they are, not bare.

import { sleep } from './wait.ts'

/** Milliseconds before each further try. */
const AGAIN = [1000, 3000, 8000, 20_000, 30_000]

/** The server is there, and there it is not: asking again changes nothing. */
class Refused extends Error {}

/** Resolves to its bytes. Rejects with the signal's reason, when the server refuses it, or after the last try. */
export async function fetchAgain(
  url: string,
  signal: AbortSignal,
  wait: (ms: number, signal: AbortSignal) => Promise<void> = sleep,
): Promise<ArrayBuffer> {
  for (const pause of AGAIN) {
    try {
      return await fetchBytes(url, signal)
    } catch (cause) {
      signal.throwIfAborted()
      if (cause instanceof Refused) throw cause
    }
    await wait(pause, signal)
  }
  return await fetchBytes(url, signal)
}

async function fetchBytes(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal })
  if (response.ok) return await response.arrayBuffer()
  const words = `${url}: ${response.status}`
  throw response.status >= 500 || response.status === 429 ? new Error(words) : new Refused(words)
}
