// The small pure parts of HTTP: clients behind proxies, cookies, media types, configuration, escaping.

import type { IncomingMessage } from 'node:http'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { html } from '../../../server/booth/page-html.ts'
import { readConfig } from '../../../server/config.ts'
import { cookieHeader, cookieKinds, readCookie } from '../../../server/http/cookie.ts'
import { createProxies, isLoopback, isOwnMachine } from '../../../server/http/proxies.ts'
import { sniff } from '../../../server/http/sniff.ts'

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

describe('the client’s address', () => {
  it.each([
    ['203.0.113.9', '10.0.0.1', '203.0.113.9'],
    ['127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['127.0.0.1', '1.2.3.4, 198.51.100.7', '198.51.100.7'],
    ['127.0.0.1', '198.51.100.7, 10.1.2.3', '198.51.100.7'],
    ['127.0.0.1', 'nonsense', '127.0.0.1'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', '2001:db8:0:7:aaaa:bbbb:cccc:dddd', '2001:db8:0:7::/64'],
    ['127.0.0.1', '2001:0db8:0:7::1', '2001:db8:0:7::/64'],
    ['127.0.0.1', '2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', undefined, '0:0:0:0::/64'],
    ['fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
  ])('[WIRE-13] of %s saying %s is %s', (remote, forwarded, client) => {
    const proxies = createProxies(['127.0.0.1', '10.0.0.0/8'])
    expect(proxies.client(from(remote, forwarded))).toBe(client)
  })

  it('[WIRE-13] is the connection’s own where no proxy is trusted', () => {
    expect(createProxies([]).client(from('127.0.0.1', '198.51.100.7'))).toBe('127.0.0.1')
    expect([isLoopback('::1'), isLoopback('::ffff:127.0.0.1'), isLoopback('10.0.0.1')]).toEqual([true, true, false])
  })
})

describe('this machine itself', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1', true],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1', true],
    ['192.168.1.5', '192.168.1.5', true],
    ['192.168.1.9', '192.168.1.5', false],
    [undefined, undefined, false],
  ])('[HOUSE-34] is who comes from %s to %s: %s', (remoteAddress, localAddress, own) => {
    expect(isOwnMachine({ remoteAddress, localAddress })).toBe(own)
  })
})

describe('the cookie', () => {
  it('[PEOPLE-1] is read by its whole name, and only if it looks like one of ours', () => {
    const plain = cookieKinds(null).person
    const token = 'A'.repeat(43)
    expect(readCookie(plain, `x=1; parlor=${token}; y=2`)).toBe(token)
    expect(readCookie(plain, `notparlor=${token}`)).toBeNull()
    expect(readCookie(plain, `parlor=${token}x`)).toBeNull()
    expect(readCookie(plain, 'parlor=; parlor')).toBeNull()
    expect(readCookie(plain, undefined)).toBeNull()
    expect(cookieHeader(plain, null)).toContain('parlor=; Expires=Thu, 01 Jan 1970')
  })
})

describe('a file’s type', () => {
  it('[HOUSE-24] is told by its bytes and never one that runs', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(sniff(bytes('glTF\u0002\u0000'))).toBe('model/gltf-binary')
    expect(sniff(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg')
    expect(sniff(bytes('RIFF1234WEBPVP8 '))).toBe('image/webp')
    for (const text of ['<svg xmlns=', '<!doctype html>', '<?xml', 'import x', '']) {
      expect(sniff(bytes(text))).toBe('application/octet-stream')
    }
  })
})

describe('a page', () => {
  it('[HOUSE-25] escapes whatever is put in', () => {
    const evil = '<script>"&\'</script>'
    expect(html`<p title="${evil}">${[html`<b>${evil}</b>`]}${7}</p>`.text).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;"><b>&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</b>7</p>',
    )
  })
})

describe('the configuration', () => {
  it('[HOUSE-35] has a default for everything, and reads what is set', () => {
    expect(readConfig({})).toMatchObject({ host: 'localhost', port: 8080, publicUrl: null, trustedProxies: [] })
    expect([readConfig({}).dataDir, readConfig({ DATA_DIR: '../house' }).dataDir]).toEqual([
      resolve('data'),
      resolve('../house'),
    ])
    const set = { PUBLIC_URL: 'https://parlor.example.org/', TRUSTED_PROXIES: '127.0.0.1, fd00::/8', PORT: '0' }
    expect(readConfig(set)).toMatchObject({
      publicUrl: 'https://parlor.example.org',
      trustedProxies: ['127.0.0.1', 'fd00::/8'],
      port: 0,
    })
    expect(readConfig({ TRUSTED_PROXIES: 'none', PORT: ' ' })).toMatchObject({ trustedProxies: [], port: 8080 })
  })

  it.each([
    { PORT: '-1' },
    { PORT: '80a' },
    { PUBLIC_URL: 'parlor.example.org' },
    { PUBLIC_URL: 'https://parlor.example.org/house' },
    { TRUSTED_PROXIES: '10.0.0.0/33' },
    { TRUSTED_PROXIES: '10.0.0.1/8/8' },
    { LOG_LEVEL: 'loud' },
    { UPLOAD_MAX_MB: '0' },
    { BROWSER: 'firefox' },
    { BROWSER: '/nowhere/chromium' },
  ])('[HOUSE-35] names %o as a fault', (environment) => {
    expect(() => readConfig(environment)).toThrow(Object.keys(environment)[0])
  })
})
