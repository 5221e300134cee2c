// The Origin check by itself: which headers may come from where they say.

import { describe, expect, it } from 'vitest'
import { originAllowed } from '../../../server/gateway/origin.ts'

const host = 'localhost:8080'

describe('Origin', () => {
  it.each([
    [{ host, origin: 'http://localhost:8080' }, true],
    [{ host, origin: 'http://127.0.0.1:8080' }, true],
    [{ host, origin: 'http://[::1]:8080' }, true],
    [{ host, origin: 'http://localhost:3000' }, false],
    [{ host, origin: 'http://localhost.evil.example:8080' }, false],
    [{ host: 'evil.example:8080', origin: 'http://evil.example:8080' }, false],
    [{ host: 'evil.example:8080', origin: 'http://localhost:8080' }, false],
    [{ host, origin: 'null' }, false],
    [{ host, origin: '' }, false],
    [{ host }, true],
    [{ host, 'sec-fetch-site': 'same-origin' }, true],
    [{ host, 'sec-fetch-site': 'none' }, true],
    [{ host, 'sec-fetch-site': 'same-site' }, false],
    [{ host, 'sec-fetch-site': 'cross-site' }, false],
  ])('[WIRE-9] without a public address: %o → %s', (headers, allowed) => {
    expect(originAllowed(headers, null)).toBe(allowed)
  })

  it.each([
    ['https://parlor.example.org', true],
    ['http://parlor.example.org', false],
    ['https://parlor.example.org:8443', false],
    ['https://parlor.example.org.evil.example', false],
    ['http://localhost:8080', false],
  ])('[WIRE-9] with one: %s → %s', (origin, allowed) => {
    expect(originAllowed({ host, origin }, 'https://parlor.example.org')).toBe(allowed)
  })
})
