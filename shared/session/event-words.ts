// Which words (names, texts of questions) an event or a state refers to by id. The words themselves travel beside.

import type { SessionEvent } from './events.ts'
import type { SessionState } from './state.ts'

/** Ids of people and questions whose words belong beside this event. */
export function wordIds(event: SessionEvent): readonly string[] {
  switch (event.type) {
    case 'question:queued':
    case 'question:shown':
      return [event.question, event.by]
    case 'lead:taken':
    case 'role:given':
      return [event.person]
    case 'lead:offered':
      return [event.to]
    default:
      return []
  }
}

/** Ids whose words belong beside a snapshot with this state. */
export function wordIdsOf(state: SessionState): readonly string[] {
  const questions = Object.values(state.questions).flatMap((one) => [one.id, one.by])
  const roles = state.roles.map((one) => one.person)
  const { guide, before, offeredTo } = state.lead
  const leads = [guide, before, offeredTo].filter((one) => one !== null)
  return [...new Set<string>([...questions, ...roles, ...leads, state.host])]
}
