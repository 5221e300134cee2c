// Event types have versions. A row of an old version is lifted, step by step, to today's on reading; logs are never rewritten.

import type { EventType, SessionEvent } from './events.ts'

/** From one version to the next: the body as it was in, the body as it is after. Pure. */
export type Lift = (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** The steps of each type; its version today is their number plus one. */
export type Lifts = Readonly<Record<EventType, readonly Lift[]>>

export const LIFTS: Lifts = {
  'session:planned': [],
  'session:started': [],
  'session:paused': [],
  'session:resumed': [],
  'session:ended': [],
  'lead:taken': [],
  'lead:lost': [],
  'lead:back': [],
  'lead:released': [],
  'lead:offered': [],
  'lead:offer-ended': [],
  'role:given': [],
  'role:taken': [],
  'cue:gone': [],
  'follow:invited': [],
  'follow:gathered': [],
  'question:queued': [],
  'question:shown': [],
  'question:staged': [],
  'question:unstaged': [],
  'question:answered': [],
  'question:archived': [],
  'question:declined': [],
  'question:withdrawn': [],
  'question:voted': [],
  'poll:drafted': [],
  'poll:opened': [],
  'poll:voted': [],
  'poll:closed': [],
  'poll:archived': [],
  'attendance:noted': [],
}

/** The version under which an event of this type is written today. */
export const versionOf = (type: EventType, lifts: Lifts = LIFTS): number => lifts[type].length + 1

/** The event of a stored row as today's type. @throws on a type or version that this program does not know: a newer wrote it. */
export function lift(
  type: string,
  version: number,
  body: Readonly<Record<string, unknown>>,
  lifts = LIFTS,
): SessionEvent {
  if (!isKnown(type, lifts)) throw new Error(`unknown event type ${type}`)
  const steps = lifts[type]
  if (version < 1 || version > steps.length + 1) throw new Error(`unknown version ${version} of ${type}`)
  const lifted = steps.slice(version - 1).reduce((old, step) => step(old), body)
  return { ...lifted, type } as SessionEvent
}

const isKnown = (type: string, lifts: Lifts): type is EventType => Object.hasOwn(lifts, type)
