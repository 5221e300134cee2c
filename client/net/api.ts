// Asking over HTTP: a Reply, or the line's own refusal. Knows paths and bodies by shared/protocol/http.ts and nothing of stores.

import type { BoothShown } from '../../shared/booth/booth.ts'
import { type CityUploads, MODELS_PATH } from '../../shared/model/progress.ts'
import type { GetReplies, PostBody, PostPath, PostReplies } from '../../shared/protocol/http.ts'
import type { Reply } from '../../shared/protocol/refusal.ts'
import { NO_ANSWER, NO_LINE, type Outcome } from '../state/outcome.ts'

export interface Api {
  post<P extends PostPath>(path: P, body: PostBody<P>): Promise<Outcome<PostReplies[P]>>
  get<P extends keyof GetReplies>(path: P): Promise<Outcome<GetReplies[P]>>
  /** A city's uploads and their reports. */
  uploads(city: string): Promise<Outcome<CityUploads>>
  /** All that a city shows at its booth. @param revision the one that is known of */
  booth(city: string, revision: number): Promise<Outcome<BoothShown>>
}

const TIME_OUT = 15_000

/** @param fetcher `fetch`, or a fake one */
export function createApi(fetcher: typeof fetch): Api {
  const ask = async <T>(url: string, init: RequestInit): Promise<Outcome<T>> => {
    let response: Response
    try {
      response = await fetcher(url, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(TIME_OUT) })
    } catch (cause) {
      return cause instanceof DOMException && cause.name === 'TimeoutError' ? NO_ANSWER : NO_LINE
    }
    try {
      return replyOf<T>(await response.json())
    } catch {
      return NO_ANSWER
    }
  }
  return {
    post: (path, body) =>
      ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    uploads: (city) => ask(`${MODELS_PATH}/${encodeURIComponent(city)}`, { method: 'GET' }),
    booth: (city, revision) => ask(`/api/booths/${encodeURIComponent(city)}?revision=${revision}`, { method: 'GET' }),
    get: (path) => ask(path, { method: 'GET' }),
  }
}

/** A body that is no Reply (an error page of a proxy) counts as no answer. */
function replyOf<T>(body: unknown): Outcome<T> {
  if (typeof body !== 'object' || body === null || !('ok' in body)) return NO_ANSWER
  return body as Reply<T>
}
