// The HTTP side of the wire: what is asked and answered outside the socket. All under /api, JSON, same Origin only, answered with a Reply.

import { z } from 'zod'
import type { BoothModel } from '../booth/booth.ts'
import type { Imported } from '../booth/bundle.ts'
import { type BoothContent, SECTIONS, type Section } from '../booth/content.ts'
import { type BoothEvent, type BoothLife } from '../booth/life.ts'
import { boothCommand, sectionSave } from '../booth/schema.ts'
import type { PersonId, SessionId } from '../kit/id.ts'
import type { ModelProgress } from '../model/progress.ts'
import { type Pictureless, STILLS } from '../model/stills.ts'
import type { Remark } from '../model/summary.ts'
import { UNITS, type UnitName } from '../model/units.ts'
import { type Place, SESSION_KINDS } from '../session/kinds.ts'
import { bilingual, cityId, id, text } from './parts.ts'
import { HOUSE_ROLES, type HouseRole, type Me, type SessionSummary } from './wire.ts'

/** Short join codes: no look-alikes (0 o 1 l i), upper case when shown, any case when typed. */
export const JOIN_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const JOIN_CODE_LENGTH = 5
const joinCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  .refine((code) => code.length === JOIN_CODE_LENGTH && [...code].every((c) => JOIN_CODE_ALPHABET.includes(c)))

/** Server's milliseconds, to the year 2100. */
const time = z.int().min(0).max(4_102_444_800_000)
const login = text(80).refine((name) => name.length > 0)
const token = z.string().regex(/^[A-Za-z0-9_-]{16,128}$/)

/** Roles a one-time link can sign in: house roles, or staff of one city. */
export const staffRole = z.union([z.object({ house: z.enum(HOUSE_ROLES) }), z.object({ city: cityId })])
export type StaffRole = z.infer<typeof staffRole>

const bases = z.record(z.enum(SECTIONS), z.int().min(0))

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const modelStills = z.object({ thumbnail: hash, stills: z.array(hash).length(STILLS) }).readonly()

/** Bodies of POST requests by path. Passkey bodies are checked by the WebAuthn library. */
export const POSTS = {
  /** Come in: makes an anonymous visitor's cookie if there is none. */
  '/api/enter': z.object({}),
  /** Give a name (guest), 1–40 characters. */
  '/api/name': z.object({ name: text(40) }),
  /** A phone in the room: its place in this session is `room`; no name needed. */
  '/api/join-code': z.object({ code: joinCode }),
  /** A stage screen's machine login by the key of its link. */
  '/api/stage': z.object({ session: id<SessionId>(), key: token }),
  '/api/sign-in/link': z.object({ token }),
  '/api/sign-in/password': z.object({ login, password: z.string().min(1).max(200) }),
  '/api/sign-out': z.object({}),
  '/api/password': z.object({ login, password: z.string().min(10).max(200) }),
  '/api/passkey/register/options': z.object({}),
  '/api/passkey/register': z.looseObject({}),
  '/api/passkey/sign-in/options': z.object({}),
  '/api/passkey/sign-in': z.looseObject({}),
  /** Hosts: plan a session from a template; a guided tour starts from the ribbon's 23 stops. */
  '/api/sessions': z.object({ kind: z.enum(SESSION_KINDS), title: bilingual(80), plannedFor: time.optional() }),
  /** For its host and the house's own: the links to hand out. Where the room takes part the stage gets a new key. */
  '/api/sessions/links': z.object({ session: id<SessionId>() }),
  /** Operator: a one-time sign-in link for somebody. */
  '/api/links': z.object({ role: staffRole, name: text(40) }),
  /** Operator: takes somebody's role and every way to sign in away. */
  '/api/staff/remove': z.object({ person: id<PersonId>() }),
  /** Operator: changes what is set for the whole house. */
  '/api/house': z.object({ review: z.boolean() }),
  /** A city's staff and the operator, about one booth: its draft and its life; a section to be kept; a step of its life; a version. */
  '/api/booth/draft': z.object({ booth: cityId }),
  '/api/booth/save': z.object({ booth: cityId, base: z.int().min(0), save: sectionSave }),
  '/api/booth/command': z.object({ booth: cityId, command: boothCommand }),
  '/api/booth/version': z.object({ booth: cityId, n: z.int().min(1) }),
  /** What an import came to; and put into the draft, each section that differs on the revision that was read before. */
  '/api/booth/imported': z.object({ booth: cityId, upload: id() }),
  '/api/booth/bring-in': z.object({ booth: cityId, upload: id(), bases }),
  /** What was made of an accepted upload; and that its numbers are in this unit. */
  '/api/booth/model': z.object({ booth: cityId, upload: id() }),
  '/api/booth/unit': z.object({ booth: cityId, upload: id(), unit: z.enum(Object.keys(UNITS) as [UnitName]) }),
  /** Models of which no pictures can be taken here; and pictures that a studio took, by the files it sent. */
  '/api/booth/pictureless': z.object({ booth: cityId }),
  '/api/booth/pictures': z.object({ booth: cityId, upload: id(), pictures: modelStills }),
} as const

/** The revision of each section that somebody read. */
export type Bases = { readonly [S in Section]: number }

export type PostPath = keyof typeof POSTS

/** Longest bodies of those that need more than the house's ordinary limit: a section may list a hundred products in two languages. */
export const POST_BYTES: Partial<Record<PostPath, number>> = { '/api/booth/save': 1024 * 1024 }
export type PostBody<P extends PostPath> = z.infer<(typeof POSTS)[P]>

export interface PostReplies {
  '/api/enter': Me
  '/api/name': Me
  '/api/join-code': { readonly session: SessionId; readonly place: Place }
  '/api/stage': { readonly session: SessionId }
  '/api/sign-in/link': Me
  '/api/sign-in/password': Me
  '/api/sign-out': null
  '/api/password': Me
  '/api/passkey/register/options': unknown
  '/api/passkey/register': Me
  '/api/passkey/sign-in/options': unknown
  '/api/passkey/sign-in': Me
  '/api/sessions': HostedSession
  '/api/sessions/links': HostedSession
  '/api/links': { readonly url: string; readonly expiresAt: number }
  '/api/staff/remove': null
  '/api/house': HouseSettings
  '/api/booth/draft': BoothStudio
  '/api/booth/save': { readonly revision: number }
  '/api/booth/command': null
  '/api/booth/version': BoothContent
  '/api/booth/imported': Imported
  '/api/booth/bring-in': null
  '/api/booth/model': MadeModel
  '/api/booth/unit': { readonly upload: string }
  '/api/booth/pictureless': readonly Pictureless[]
  '/api/booth/pictures': null
}

/** An accepted upload: its levels as the hall would show them, and what was said of it. */
export interface MadeModel {
  readonly model: BoothModel
  readonly findings: readonly Remark[]
}

/** A booth as its city's staff see it. */
export interface BoothStudio {
  readonly sections: { readonly [S in Section]: DraftSection<S> }
  readonly life: BoothLife
  /** The newest first. */
  readonly history: readonly HistoryRow[]
  /** Whether what is submitted waits for the desk. */
  readonly review: boolean
}

/** One section of a draft; revision 0: nobody has written it yet. */
export interface DraftSection<S extends Section = Section> {
  readonly revision: number
  readonly body: BoothContent[S]
  readonly by: By | null
}

/** Who did something, and when, server ms; nobody: the house, when a time had come. */
export interface By {
  readonly person: PersonId | null
  /** Null where the person has none, or is gone. */
  readonly name: string | null
  readonly at: number
}

export interface HistoryRow {
  readonly seq: number
  readonly by: By
  readonly event: BoothEvent
}

/** GET replies by path. A GET changes nothing. */
export interface GetReplies {
  '/api/me': Me | null
  '/api/sessions': { readonly sessions: readonly SessionSummary[] }
  /** Operator: operators, hosts, then the cities in the order of their list; in each by name. */
  '/api/staff': { readonly staff: readonly StaffRow[] }
  /** Operator. */
  '/api/house': HouseSettings
  /** Operator: booths of which a city has submitted anything, in the order of the cities. */
  '/api/booths/queue': { readonly booths: readonly BoothRow[] }
}

/** A booth as the desk sees it. */
export interface BoothRow {
  readonly booth: string
  readonly life: BoothLife
  /** Who submitted the version that waits, and when. */
  readonly submitted: By | null
  /** What the house itself found in that version. */
  readonly checks: VersionChecks | null
  /** The model of the version that waits, else of the one that is shown: the hash of its small picture. */
  readonly thumbnail: string | null
}

/** A version by its figures: its model as it was judged, and how much of everything it says. */
export interface VersionChecks {
  /** Null: the house's default booth. */
  readonly model: ModelProgress | null
  /** How many of each. */
  readonly counts: { readonly [S in Exclude<Section, 'front' | 'model'>]: number }
  readonly files: number
}

/** What is set for the whole house. */
export interface HouseSettings {
  /** What a city submits waits until the desk has looked at it. */
  readonly review: boolean
}

/** A member of staff as the operator sees them. */
export interface StaffRow {
  readonly person: PersonId
  readonly name: string | null
  readonly house: readonly HouseRole[]
  readonly cities: readonly string[]
  /** Of their password, or null while they have none. */
  readonly login: string | null
  /** Server's ms; to the hour, and now for whoever is connected. */
  readonly seenAt: number
}

/** Where people of a session go; paths on this server's own origin. */
export interface HostedSession {
  readonly session: SessionId
  /** `/tour/<session>`: the invitation. */
  readonly invitation: string
  /** `/stage/<session>#<key>`, only where the room takes part. */
  readonly stage: string | null
  /** Join code of the room, or null. */
  readonly code: string | null
  readonly host: PersonId
}
