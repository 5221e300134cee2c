// The whole wire of the control plane on one page: what a client may ask (each with a Reply), and what the server tells.
// Names: `noun:verb` asks, `noun:verbed` tells. Binary goes by the hot track only (hot.ts): no Buffer in any of these, ever.

import { z } from 'zod'
import type { BoothSummary } from '../booth/booth.ts'
import { SECTIONS, type Section } from '../booth/content.ts'
import type { PersonId, SessionId } from '../kit/id.ts'
import type { ModelProgress } from '../model/progress.ts'
import { sessionCommand } from '../session/commands.ts'
import type { Counters, PollCounts, ToldEvent } from '../session/events.ts'
import type { Place } from '../session/kinds.ts'
import type { Role } from '../session/roles.ts'
import type { SessionState } from '../session/state.ts'
import { FOLLOW_MODES } from './choices.ts'
import { cityId, id, language } from './parts.ts'
import type { Reply } from './refusal.ts'

const session = id<SessionId>()

/** Kinds of reaction; one a 2 s per person. */
export const REACTIONS = ['applause', 'heart', 'thumb', 'laugh', 'surprise'] as const
export type Reaction = (typeof REACTIONS)[number]

/** How a follower is bound to the guide. */
export type FollowMode = (typeof FOLLOW_MODES)[number]

/** What a client may ask; the schema is the only source of each payload's type. */
export const ASKS = {
  /** Once after connecting and after each reconnection: the hall as it is now. */
  'hall:enter': z.object({ language }),
  /** Whether my name plate shows in the hall to strangers. */
  'person:show-name': z.object({ show: z.boolean() }),
  /** City's staff and operator: which section of a booth I am editing now, or none; the answer is who edits what. */
  'booth:lock': z.object({ booth: cityId, section: z.enum(SECTIONS).nullable() }),
  /** In: the answer is the snapshot, what happens afterwards is told. Again after a gap or a reconnection: the same. */
  'session:join': z.object({ session }),
  'session:leave': z.object({ session }),
  'session:command': z.object({ session, command: sessionCommand }),
  /** Not an event: how I follow, said again at each join. */
  'session:follow': z.object({ session, mode: z.enum(FOLLOW_MODES) }),
  'session:react': z.object({ session, reaction: z.enum(REACTIONS) }),
  /** Staff: names of who is there, by pages of 100. */
  'session:people': z.object({ session, page: z.int().min(0).max(100) }),
} as const

export type AskName = keyof typeof ASKS
export type Ask<N extends AskName> = z.infer<(typeof ASKS)[N]>

/** Texts by id: names of people, texts of questions. Emptied ids come as `words:gone`. */
export type Words = Readonly<Record<string, string>>

/** A session as lists show it. */
export interface SessionSummary {
  readonly id: SessionId
  readonly kind: SessionState['kind']
  readonly title: SessionState['title']
  readonly phase: SessionState['phase']
  /** When it is to begin, server ms, or null: no time was said. */
  readonly plannedFor: number | null
  readonly startedAt: number | null
}

export interface HallSnapshot {
  /** Server's clock now, ms; the client keeps the offset. */
  readonly at: number
  readonly me: Me
  readonly booths: readonly BoothSummary[]
  readonly sessions: readonly SessionSummary[]
  /** My own figure's handle in crowd frames (made new each visit). */
  readonly handle: number
  /** Plates by handle of those who may be named to me. */
  readonly plates: readonly Plate[]
}

/** A name plate: whom a figure may be named as. */
export interface Plate {
  readonly handle: number
  readonly name: string
  /** Staff wear a badge. */
  readonly badge: 'staff' | 'guide' | null
}

/** Who the server takes me for. */
export interface Me {
  readonly person: PersonId
  readonly name: string | null
  readonly kind: 'visitor' | 'guest' | 'staff'
  /** House roles: operator, host. */
  readonly house: readonly HouseRole[]
  /** Cities whose booth this person may edit. */
  readonly cities: readonly string[]
}

export const HOUSE_ROLES = ['operator', 'host'] as const
export type HouseRole = (typeof HOUSE_ROLES)[number]

export interface SessionSnapshot {
  readonly at: number
  readonly role: Role
  readonly place: Place
  readonly counters: Counters
  /** What my role may see, whole. */
  readonly state: SessionState
  readonly words: Words
  readonly sums: SessionSums
  /** Own votes: questions voted for, option per poll. */
  readonly own: { readonly votes: readonly string[]; readonly choices: Readonly<Record<string, number>> }
  /** Only where the room takes part. */
  readonly code: string | null
}

/** Sums that are no events; at most once a second, newest wins. Polls only to those who may see them. */
export interface SessionSums {
  readonly present: Readonly<Record<Place, number>>
  readonly following: number
  readonly votes: Readonly<Record<string, number>>
  readonly polls: Readonly<Record<string, PollCounts>>
  readonly reactions: Readonly<Partial<Record<Reaction, number>>>
  /** Figure of who leads now, or null: a reload of the guide's page gives a new one. */
  readonly guideHandle: number | null
}

/** How the host sees the group (staff only, inside `session:group`). */
export interface GroupSums {
  readonly with: number
  readonly elsewhere: number
  readonly lagging: number
  readonly silent: number
}

export interface PersonRow {
  readonly person: PersonId
  readonly name: string | null
  readonly role: Role
  readonly place: Place
  readonly state: 'with' | 'elsewhere' | 'lagging' | 'silent' | 'free'
}

/** Who edits a section of a booth just now. */
export interface BoothLock {
  readonly section: Section
  readonly person: PersonId
  readonly name: string | null
}

export interface Replies {
  'hall:enter': HallSnapshot
  'person:show-name': null
  'booth:lock': readonly BoothLock[]
  'session:join': SessionSnapshot
  'session:leave': null
  /** Circles' numbers after the command took effect. */
  'session:command': { readonly seq: number }
  'session:follow': null
  'session:react': null
  'session:people': { readonly rows: readonly PersonRow[]; readonly total: number }
}

/** What the server tells. */
export interface Tells {
  'hall:sessions': readonly SessionSummary[]
  'hall:plates': readonly Plate[]
  /** Counts of people by spot (booth or zone), at most once a second. */
  'hall:counts': Readonly<Record<string, number>>
  'booth:changed': BoothSummary
  'model:progressed': ModelProgress
  /** To who may edit the booth: a section of its draft was written, its life went on. */
  'booth:draft': { readonly booth: string; readonly section: Section; readonly revision: number }
  'booth:life': { readonly booth: string }
  'booth:locks': { readonly booth: string; readonly locks: readonly BoothLock[] }
  'session:events': { readonly session: SessionId; readonly events: readonly ToldEvent[]; readonly words: Words }
  'session:sums': { readonly session: SessionId; readonly sums: SessionSums }
  'session:group': { readonly session: SessionId; readonly group: GroupSums }
  /** My role changed: what I see changes, so here is everything anew. */
  'session:snapshot': { readonly session: SessionId; readonly snapshot: SessionSnapshot }
  'words:gone': { readonly ids: readonly string[] }
  /** My rights changed or I was signed out: the socket is closed after this. */
  'person:changed': null
  /** The server is going down for a moment; come back after this many ms. */
  'wire:draining': { readonly backIn: number }
}

/** Socket.IO event maps, made from the tables above. */
export type ClientToServer = {
  [N in AskName]: (ask: Ask<N>, reply: (reply: Reply<Replies[N]>) => void) => void
}
export type ServerToClient = {
  [N in keyof Tells]: (tell: Tells[N]) => void
}
