// The HTTP side of sessions: the list, planning one, and the links that its host hands out.

import { refuse, value } from '../../shared/protocol/refusal.ts'
import type { GetHandlers } from '../http/gets.ts'
import type { PostHandlers } from '../http/posts.ts'
import type { Sessions } from './sessions.ts'

/** Hosts and operators of the house plan sessions; who may see a session's links the session says. */
export function sessionPosts(sessions: Sessions): Pick<PostHandlers, '/api/sessions' | '/api/sessions/links'> {
  return {
    '/api/sessions': async ({ kind, title, plannedFor }, { who }) => {
      if (!who) return refuse('person.sign-in-needed')
      if (who.me.house.length === 0) return refuse('person.not-allowed')
      if (title.zh === '' && title.en === '') return refuse('wire.malformed')
      const both = { zh: title.zh || title.en, en: title.en || title.zh }
      return value(await sessions.plan({ kind, title: both, host: who.me.person, plannedFor }))
    },
    '/api/sessions/links': async ({ session }, { who }) =>
      who ? await sessions.links(session, who.me) : refuse('person.sign-in-needed'),
  }
}

export function sessionGets(sessions: Sessions): Pick<GetHandlers, '/api/sessions'> {
  return { '/api/sessions': async () => value({ sessions: sessions.summaries() }) }
}
