// What the fuzzer says: the protocol from small pools so that things meet, and near-misses of it. All from one seed.

import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import { encodePose } from '../../shared/pose/pose-code.ts'
import { encodeEcho } from '../../shared/pose/tick-frame.ts'
import { ASKS } from '../../shared/protocol/wire.ts'

export type Message =
  | { readonly kind: 'ask'; readonly name: string; readonly ask: unknown }
  | { readonly kind: 'raw'; readonly data: string | Uint8Array }
  | { readonly kind: 'drop' }

export interface Pools {
  readonly sessions: readonly SessionId[]
  readonly people: readonly PersonId[]
  /** Cue ids of the sessions, as snapshots showed them. */
  readonly cues: readonly string[]
  /** Epochs seen. */
  readonly epoch: () => number
}

type Random = () => number
const QUESTIONS = ['question-1', 'question-2', 'question-3', 'question-4', '00000009']
const POLLS = ['poll-no-1', 'poll-no-2', '87654321']
const MODES = ['free', 'together', 'spotlight']
const JUNK: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  0.5,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(5000),
  [],
  {},
  [[]],
  { length: 3 },
  { __proto__: null },
  ['__proto__'],
  { constructor: { prototype: {} } },
  { toJSON: 1 },
  '__proto__',
  'then',
]
const RAW = [
  '',
  '4',
  '42',
  '42[',
  '42[]',
  '42{}',
  '42[null]',
  '42["disconnect"]',
  '42["connect"]',
  '42["newListener",1]',
  '43[]',
  '4399[{}]',
  '40',
  '40/admin,',
  '41',
  '41/x,',
  '44{}',
  '451-["hall:enter",{"_placeholder":true,"num":0}]',
  '461-1[{}]',
  '47',
  '6',
  '1',
  '5',
  '2probe',
  '9',
  '42999999999999999999["hall:enter",{}]',
  '420["hall:enter"]',
  '420["hall:enter",{"language":"en"},1,2,3]',
  'b4AAAA',
  '\u0000',
  '42["hall:enter"]',
]

export function makeMessages(random: Random, pools: Pools): () => Message {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const whole = (below: number) => Math.floor(random() * below)
  const id = () => (random() < 0.03 ? 'command-repeated' : randomIdFrom(random))
  const command = (): Record<string, unknown> => {
    const steer = { epoch: pools.epoch() - pick([0, 0, 0, 0, 1, 5, -1]) }
    return pick<() => Record<string, unknown>>([
      () => ({ type: 'session:start' }),
      () => ({ type: 'session:end', confirm: pick([false, 'yes', null]) }),
      () => ({ type: pick(['lead:take', 'lead:take', 'lead:accept', 'lead:decline', 'lead:withdraw']), ...steer }),
      () => ({ type: 'lead:offer', to: pick(pools.people), ...steer }),
      () => ({
        type: 'role:give',
        person: pick(pools.people),
        role: pick(['co-host', 'moderator', 'speaker', 'guide', 'stage-screen']),
      }),
      () => ({ type: 'role:take', person: pick(pools.people) }),
      () => ({ type: 'cue:go', cue: pick([...pools.cues, 'cue-unknown']), ...steer }),
      () => ({ type: pick(['follow:invite', 'follow:gather']), whom: pick(['stragglers', 'all']), ...steer }),
      () => ({
        type: 'question:ask',
        question: pick([...QUESTIONS, randomIdFrom(random)]),
        text: pick(['Why?', '为什么？', '', 'x'.repeat(600)]),
      }),
      () => ({ type: 'question:vote', question: pick(QUESTIONS), up: random() < 0.5 }),
      () => ({
        type: `question:${pick(['show', 'stage', 'unstage', 'answer', 'archive', 'decline', 'withdraw'])}`,
        question: pick(QUESTIONS),
      }),
      () => ({
        type: 'poll:draft',
        poll: pick(POLLS),
        question: 'Which?',
        options: pick([['A', 'B'], ['A'], ['A', 'A', 'C']]),
        openResults: random() < 0.5,
      }),
      () => ({ type: `poll:${pick(['open', 'close', 'archive'])}`, poll: pick(POLLS) }),
      () => ({ type: 'poll:vote', poll: pick(POLLS), option: whole(5) - 1 }),
    ])()
  }
  const ask = (): { name: string; ask: unknown } => {
    const session = pick([...pools.sessions, ...pools.sessions, 'session-unknown' as SessionId])
    const dice = random()
    if (dice < 0.6) return { name: 'session:command', ask: { session, command: { id: id(), ...command() } } }
    return pick([
      () => ({ name: 'hall:enter', ask: { language: pick(['zh', 'en']) } }),
      () => ({ name: 'person:show-name', ask: { show: random() < 0.5 } }),
      () => ({
        name: 'session:join',
        ask: { session },
      }),
      () => ({ name: 'session:join', ask: { session } }),
      () => ({ name: 'session:leave', ask: { session } }),
      () => ({ name: 'session:follow', ask: { session, mode: pick(MODES) } }),
      () => ({ name: 'session:react', ask: { session, reaction: pick(['applause', 'heart', 'boo']) } }),
      () => ({ name: 'session:people', ask: { session, page: whole(3) } }),
    ])()
  }
  return () => {
    const dice = random()
    if (dice < 0.6) return { kind: 'ask', ...ask() }
    if (dice < 0.78) {
      const good = ask()
      return { kind: 'ask', name: good.name, ask: mutate(good.ask, random) }
    }
    if (dice < 0.84)
      return {
        kind: 'ask',
        name: pick([...Object.keys(ASKS), 'x', 'session:events', '__proto__', 'constructor', 'h']),
        ask: pick(JUNK),
      }
    if (dice < 0.98) return { kind: 'raw', data: hot(random) }
    if (dice < 0.993) return { kind: 'raw', data: pick(RAW) }
    return { kind: 'drop' }
  }
}

/** Hot packets: good poses, leaps, echoes of any tick, and any bytes of any length and kind. */
function hot(random: Random): Uint8Array {
  const dice = random()
  const whole = (below: number) => Math.floor(random() * below)
  if (dice < 0.5) {
    const pose = {
      x: random() * 110 - 55,
      y: random() * 6 - 0.5,
      z: random() * 66 - 33,
      yaw: random() * 9,
      pitch: random() * 4 - 2,
    }
    return encodePose(pose, whole(256), whole(65536))
  }
  if (dice < 0.7) return encodeEcho(whole(100_000), random() < 0.2)
  const bytes = Uint8Array.from({ length: whole(dice < 0.95 ? 40 : 3000) }, () => whole(256))
  if (bytes.length > 0) bytes[0] = whole(6)
  return bytes
}

/** The same with one part of it wrong: another type, gone, doubled, huge, or something more. */
export function mutate(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.15) return JUNK[Math.floor(random() * JUNK.length)]
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) }
  const keys = Object.keys(copy)
  const key = keys[Math.floor(random() * keys.length)] ?? 'x'
  const dice = random()
  if (dice < 0.5) copy[key] = mutate(copy[key], random)
  else if (dice < 0.7) delete copy[key]
  else if (dice < 0.8) copy[key] = [copy[key], copy[key]]
  else if (dice < 0.9) copy[`${key}2`] = copy[key]
  else copy[key] = 'y'.repeat(Math.floor(random() * 20_000))
  return copy
}

const randomIdFrom = (random: Random): string =>
  Array.from(
    { length: 16 },
    () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'[Math.floor(random() * 64)],
  ).join('')
