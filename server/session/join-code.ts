// The two ways into the room of a venue: a short code for phones, and the key of the stage screen's link.

import { createHash } from 'node:crypto'
import type { Random } from '../../shared/kit/id.ts'
import { JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH } from '../../shared/protocol/http.ts'

/** A new join code. Each letter is equally likely: bytes beyond the last whole round of the alphabet are drawn again. */
export function makeJoinCode(random: Random): string {
  const size = JOIN_CODE_ALPHABET.length
  let code = ''
  while (code.length < JOIN_CODE_LENGTH) {
    for (const byte of random(JOIN_CODE_LENGTH)) {
      if (byte < 256 - (256 % size) && code.length < JOIN_CODE_LENGTH) code += JOIN_CODE_ALPHABET[byte % size]
    }
  }
  return code
}

/** A new stage key, 192 bits. Only its hash is stored. */
export const makeStageKey = (random: Random): string => Buffer.from(random(24)).toString('base64url')

export const hashStageKey = (key: string): string => createHash('sha256').update(key).digest('hex')
