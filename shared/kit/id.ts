// Ids of everything, as branded strings, so that a question's id can't be handed over as a person's.

declare const brand: unique symbol
type Id<Noun extends string> = string & { readonly [brand]: Noun }

export type PersonId = Id<'person'>
export type SessionId = Id<'session'>
export type CueId = Id<'cue'>
export type QuestionId = Id<'question'>
export type PollId = Id<'poll'>
/** Made by who sends the command; sent twice, it takes effect once. */
export type CommandId = Id<'command'>
/** A tour's or roadshow's line of one browser tab. */
export type LineId = Id<'line'>

/** What every id looks like: 8 to 32 characters of A–Z a–z 0–9 _ -. City and booth ids are lower-case Latin words and have no brand. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{8,32}$/

/** Source of random bytes; browsers and Node both have one that works on insecure pages (`crypto.getRandomValues`). */
export type Random = (length: number) => Uint8Array

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** A new id of 16 characters (96 bits). */
export function makeId<T extends string>(random: Random): T {
  let id = ''
  for (const byte of random(16)) id += ALPHABET[byte & 63]
  return id as T
}
