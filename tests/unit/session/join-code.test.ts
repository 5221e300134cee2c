// Codes that people read aloud, and the stage's key.

import { describe, expect, it } from 'vitest'
import { hashStageKey, makeJoinCode, makeStageKey } from '../../../server/session/join-code.ts'
import { JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH, POSTS } from '../../../shared/protocol/http.ts'
import { seeded } from '../../support/seeded.ts'

const numbers = seeded(7)
const random = (length: number) => Uint8Array.from({ length }, () => Math.floor(numbers() * 256))

describe('join codes', () => {
  it('[LIVE-52] have no look-alikes, every letter is equally likely, and the door takes what was typed any way', () => {
    const codes = Array.from({ length: 4000 }, () => makeJoinCode(random))
    const letters = codes.join('')
    for (const bad of '01OIL') expect(letters).not.toContain(bad)
    const counts = [...JOIN_CODE_ALPHABET].map((letter) => letters.split(letter).length - 1)
    const expected = (codes.length * JOIN_CODE_LENGTH) / JOIN_CODE_ALPHABET.length
    for (const count of counts) expect(Math.abs(count - expected) / expected).toBeLessThan(0.2)
    for (const code of codes.slice(0, 50)) {
      const typed = ` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)} `
      expect(POSTS['/api/join-code'].parse({ code: typed })).toEqual({ code })
    }
  })

  it('[LIVE-52] a byte that would make some letters likelier is drawn again', () => {
    const drawn = [255, 254, 253, 252, 251, 0, 0, 0, 0, 0]
    const code = makeJoinCode((length) => Uint8Array.from(drawn.splice(0, length)))
    expect([code, drawn]).toEqual([JOIN_CODE_ALPHABET.charAt(0).repeat(5), []])
  })

  it('[LIVE-52] a stage key is long, fits its post, and only its hash is kept', () => {
    const key = makeStageKey(random)
    expect(POSTS['/api/stage'].parse({ session: 'session-1', key }).key).toBe(key)
    expect(key.length).toBe(32)
    expect(hashStageKey(key)).not.toContain(key)
    expect(hashStageKey(key)).toBe(hashStageKey(key))
  })
})
