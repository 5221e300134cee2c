// The fold: what happened, one event at a time, makes the state. The same function runs on the server over the whole log and
// at a client over what it may see. Never throws, never asks whether something was allowed: that was decided before.

import { never } from '../kit/never.ts'
import type { Happened, SessionEvent } from './events.ts'
import { giveRole, released, taken, takeRole } from './evolve-lead.ts'
import { drafted, opened, pollArchived, pollClosed } from './evolve-poll.ts'
import { closed, queued, shown, staged, unstaged } from './evolve-question.ts'
import type { SessionState } from './state.ts'

/** Version of the fold: a stored state of another version is dropped and folded anew from the log. */
export const FOLD_VERSION = 1

export type Planned = Extract<SessionEvent, { type: 'session:planned' }>

/** The state after the first event of a log. */
export function begin({ session, kind, title, rundown, host, plannedFor }: Planned, at: number): SessionState {
  return {
    id: session,
    kind,
    title,
    host,
    phase: 'planned',
    ...(plannedFor === undefined ? {} : { plannedFor }),
    startedAt: null,
    endedAt: null,
    at,
    rundown,
    cue: null,
    lead: { epoch: 0, guide: null, lostAt: null, offeredTo: null, before: null },
    roles: [],
    invitation: 0,
    gather: null,
    questions: {},
    staged: null,
    polls: {},
    poll: null,
  }
}

/** The state after one more event. */
export function evolve(state: SessionState, { at, event }: Happened): SessionState {
  return { ...change(state, event, at), at: Math.max(state.at, at) }
}

/** The state of a log from its first event on; null for an empty one or one that doesn't begin with a plan. */
export function fold(log: readonly Happened[]): SessionState | null {
  const [first, ...rest] = log
  if (first?.event.type !== 'session:planned') return null
  return rest.reduce(evolve, begin(first.event, first.at))
}

function change(state: SessionState, event: SessionEvent, at: number): SessionState {
  switch (event.type) {
    case 'session:planned':
    case 'question:voted':
    case 'poll:voted':
    case 'attendance:noted':
      return state
    case 'session:started':
      return { ...state, phase: 'live', startedAt: at }
    case 'session:paused':
      return { ...state, phase: 'paused' }
    case 'session:resumed':
      return { ...state, phase: 'live' }
    case 'session:ended':
      return { ...state, phase: 'ended', endedAt: at, lead: { ...state.lead, lostAt: null, offeredTo: null } }
    case 'cue:gone':
      return { ...state, cue: { id: event.cue, since: at } }
    case 'follow:invited':
      return { ...state, invitation: state.invitation + 1 }
    case 'follow:gathered':
      return { ...state, gather: { n: (state.gather?.n ?? 0) + 1, whom: event.whom, pose: event.pose } }
    case 'role:given':
      return { ...state, roles: giveRole(state.roles, event.person, event.role) }
    case 'role:taken':
      return takeRole(state, event.person)
    default:
      return changeMore(state, event, at)
  }
}

type LeadEvent = Extract<SessionEvent, { type: `lead:${string}` }>
type Other = Extract<SessionEvent, { type: `question:${string}` | `poll:${string}` }> | LeadEvent

function changeMore(state: SessionState, event: Other, at: number): SessionState {
  if (isLead(event)) return { ...state, lead: leadAfter(state, event, at) }
  switch (event.type) {
    case 'question:queued':
      return queued(state, event, at)
    case 'question:shown':
      return shown(state, event, event.askedAt)
    case 'question:staged':
      return staged(state, event.question)
    case 'question:unstaged':
      return unstaged(state, event.question)
    case 'question:answered':
      return closed(state, event.question, 'answered')
    case 'question:archived':
      return closed(state, event.question, 'archived')
    case 'question:declined':
      return closed(state, event.question, 'declined')
    case 'question:withdrawn':
      return closed(state, event.question, 'withdrawn')
    case 'poll:drafted':
      return drafted(state, event.poll, event)
    case 'poll:opened':
      return opened(state, event.poll, event)
    case 'poll:closed':
      return pollClosed(state, event.poll, event.counts)
    case 'poll:archived':
      return pollArchived(state, event.poll)
    case 'question:voted':
    case 'poll:voted':
      return state
    default:
      return never(event)
  }
}

const isLead = (event: Other): event is LeadEvent => event.type.startsWith('lead:')

function leadAfter({ lead }: SessionState, event: LeadEvent, at: number): SessionState['lead'] {
  switch (event.type) {
    case 'lead:taken':
      return taken(lead, event.person, event.epoch, event.why)
    case 'lead:lost':
      return { ...lead, lostAt: at }
    case 'lead:back':
      return { ...lead, lostAt: null }
    case 'lead:released':
      return released(lead, event.epoch)
    case 'lead:offered':
      return { ...lead, offeredTo: event.to }
    case 'lead:offer-ended':
      return { ...lead, offeredTo: null }
    default:
      return never(event)
  }
}
