// The five kinds of session, as data: what differs between a tour and a roadshow is here and in the roles table, not in the engine.

export const SESSION_KINDS = [
  'guided-tour',
  'investment-promotion',
  'project-roadshow',
  'product-display',
  'press-release',
] as const

export type SessionKind = (typeof SESSION_KINDS)[number]

/** Where somebody takes part from: over the net, or in the room of the venue. */
export const PLACES = ['net', 'room'] as const
export type Place = (typeof PLACES)[number]

export interface KindRules {
  /** Followers walk behind the guide's pose; without it people sit or stay where they are. */
  readonly moves: boolean
  /** The room takes part: a join code, phones without a name, a stage screen. */
  readonly room: boolean
  readonly polls: boolean
}

export const KIND_RULES: Readonly<Record<SessionKind, KindRules>> = {
  'guided-tour': { moves: true, room: false, polls: false },
  'investment-promotion': { moves: false, room: true, polls: true },
  'project-roadshow': { moves: false, room: true, polls: true },
  'product-display': { moves: true, room: true, polls: true },
  'press-release': { moves: false, room: true, polls: false },
}
