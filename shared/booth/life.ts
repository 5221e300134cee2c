// A booth's life: versions that are submitted, looked at, approved or returned, and shown; what is shown now, and since when.
// A log of events, folded; who asks gets events or a refusal. Pure; the content of a version stands beside the log, by number.

import type { z } from 'zod'
import type { PersonId } from '../kit/id.ts'
import { never } from '../kit/never.ts'
import { type Refusal, refuse } from '../protocol/refusal.ts'
import type { boothCommand } from './schema.ts'

export type VersionState = 'submitted' | 'returned' | 'withdrawn' | 'approved'

export interface Version {
  /** 1, 2, 3 … of this booth. */
  readonly n: number
  readonly state: VersionState
  /** When it is to be shown, server ms; null: as soon as it is approved. Past once it was. */
  readonly showAt: number | null
}

export interface BoothLife {
  readonly versions: readonly Version[]
  /** The version that the hall shows; null: the default booth. */
  readonly shown: number | null
  /** The desk took the booth down: nothing of the city's own is shown until it is put up again. */
  readonly down: boolean
}

export const NEW_LIFE: BoothLife = { versions: [], shown: null, down: false }

export type BoothCommand = z.infer<typeof boothCommand>

export type BoothEvent =
  | { readonly type: 'submitted'; readonly n: number; readonly showAt: number | null }
  | { readonly type: 'withdrawn'; readonly n: number }
  | { readonly type: 'approved'; readonly n: number }
  | { readonly type: 'returned'; readonly n: number; readonly remark: string }
  | { readonly type: 'shown'; readonly n: number }
  | { readonly type: 'scheduled'; readonly n: number; readonly showAt: number | null }
  | { readonly type: 'taken-down'; readonly remark: string }
  | { readonly type: 'put-up' }

/** Who asks: the city's own staff, or the desk. */
export interface BoothActor {
  readonly person: PersonId
  readonly desk: boolean
}

/** What the house has set. */
export interface BoothRules {
  /** Off: what a city submits is approved at once. */
  readonly review: boolean
}

/** How far ahead a version may be scheduled, ms: two years. */
export const SCHEDULE_MAX = 2 * 365 * 86_400_000

const of = (life: BoothLife, n: number): Version | undefined => life.versions.find((one) => one.n === n)
const waiting = ({ versions }: BoothLife): Version | undefined => versions.find((one) => one.state === 'submitted')

/** Events for a command, in order, or why not. `now` in server ms. */
export function decideBooth(
  life: BoothLife,
  command: BoothCommand,
  actor: BoothActor,
  rules: BoothRules,
  now: number,
): readonly BoothEvent[] | Refusal {
  switch (command.type) {
    case 'submit':
      return submit(life, command.showAt, rules, now)
    case 'withdraw':
      return of(life, command.n)?.state === 'submitted'
        ? [{ type: 'withdrawn', n: command.n }]
        : refuse('booth.wrong-state')
    case 'approve':
      return (
        desk(actor) ??
        (of(life, command.n)?.state === 'submitted' ? approve(life, command.n, now) : refuse('booth.wrong-state'))
      )
    case 'return':
      return desk(actor) ?? sendBack(life, command)
    case 'show':
      return of(life, command.n)?.state === 'approved' ? show(life, command.n) : refuse('booth.wrong-state')
    case 'schedule':
      return schedule(life, command, now)
    case 'take-down':
      return desk(actor) ?? (life.down ? refuse('booth.wrong-state') : [{ type: 'taken-down', remark: command.remark }])
    case 'put-up':
      return desk(actor) ?? (life.down ? [{ type: 'put-up' }] : refuse('booth.wrong-state'))
    default:
      return never(command)
  }
}

const desk = (actor: BoothActor): Refusal | null => (actor.desk ? null : refuse('person.not-allowed'))

function submit(life: BoothLife, showAt: number | null, { review }: BoothRules, now: number) {
  // One at a time waits: who looks at it must know that it is the newest.
  if (waiting(life)) return refuse('booth.already-submitted')
  if (!inTime(showAt, now)) return refuse('booth.time-bad')
  const n = life.versions.length + 1
  const submitted: BoothEvent = { type: 'submitted', n, showAt }
  if (review) return [submitted]
  return [submitted, ...approve(evolveBooth(life, submitted), n, now)]
}

const inTime = (showAt: number | null, now: number): boolean =>
  showAt === null || (showAt > now && showAt <= now + SCHEDULE_MAX)

/** What was to be shown at a time that has passed meanwhile is shown at once. */
function approve(life: BoothLife, n: number, now: number): readonly BoothEvent[] {
  const showAt = of(life, n)?.showAt ?? null
  const approved: BoothEvent = { type: 'approved', n }
  return showAt === null || showAt <= now ? [approved, { type: 'shown', n }] : [approved]
}

function sendBack(life: BoothLife, { n, remark }: { readonly n: number; readonly remark: string }) {
  if (of(life, n)?.state !== 'submitted') return refuse('booth.wrong-state')
  // Without a remark nobody knows what to change.
  return remark === '' ? refuse('booth.remark-needed') : [{ type: 'returned', n, remark } as const]
}

const show = (life: BoothLife, n: number): readonly BoothEvent[] | Refusal =>
  life.shown === n ? refuse('booth.wrong-state') : [{ type: 'shown', n }]

function schedule(life: BoothLife, { n, showAt }: { readonly n: number; readonly showAt: number | null }, now: number) {
  const state = of(life, n)?.state
  if ((state !== 'approved' && state !== 'submitted') || life.shown === n) return refuse('booth.wrong-state')
  return inTime(showAt, now) ? [{ type: 'scheduled', n, showAt } as const] : refuse('booth.time-bad')
}

/** Versions whose time has come, in their order: what the house itself shows then. */
export function dueBooth(life: BoothLife, now: number): readonly BoothEvent[] {
  return life.versions
    .filter(({ n, state, showAt }) => state === 'approved' && showAt !== null && showAt <= now && n !== life.shown)
    .sort((a, b) => (a.showAt ?? 0) - (b.showAt ?? 0) || a.n - b.n)
    .map(({ n }) => ({ type: 'shown', n }) as const)
}

/** When the next version comes by itself, server ms; null: none is scheduled. */
export function nextDue({ versions }: BoothLife): number | null {
  const times = versions.flatMap(({ state, showAt }) => (state === 'approved' && showAt !== null ? [showAt] : []))
  return times.length > 0 ? Math.min(...times) : null
}

/** The life after an event. */
export function evolveBooth(life: BoothLife, event: BoothEvent): BoothLife {
  const change = (n: number, to: Partial<Version>) => ({
    ...life,
    versions: life.versions.map((one) => (one.n === n ? { ...one, ...to } : one)),
  })
  switch (event.type) {
    case 'submitted':
      return { ...life, versions: [...life.versions, { n: event.n, state: 'submitted', showAt: event.showAt }] }
    case 'withdrawn':
    case 'returned':
      return change(event.n, { state: event.type })
    case 'approved':
      return change(event.n, { state: 'approved' })
    case 'scheduled':
      return change(event.n, { showAt: event.showAt })
    case 'shown':
      return { ...change(event.n, { showAt: null }), shown: event.n }
    case 'taken-down':
      return { ...life, down: true }
    case 'put-up':
      return { ...life, down: false }
    default:
      return never(event)
  }
}
