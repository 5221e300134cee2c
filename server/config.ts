// Environment → typed configuration. Every setting stands once in the table, with the words the README shows for it.
// All faults are found at once and said in one message; nothing else in the server reads the environment.

import { accessSync, constants } from 'node:fs'
import { isIP } from 'node:net'
import { isAbsolute, resolve } from 'node:path'
import { StartFault } from './start-fault.ts'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface Config {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** The whole path. */
  readonly dataDir: string
  /** Origin that browsers see, without a slash at the end, or null: only loopback Origins then. */
  readonly publicUrl: string | null
  /** Addresses and networks (CIDR) whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  readonly metricsToken: string | null
  readonly uploadMaxMb: number
  readonly cityMaxMb: number
  /** 0: no limit but the disk's. */
  readonly databaseMaxMb: number
  /** `packed`, `none`, or the whole path of a program. */
  readonly browser: string
  readonly logLevel: LogLevel
}

interface Setting<T> {
  readonly name: string
  /** Used when the variable is unset or empty. */
  readonly fallback: string
  /** For the README: what it is. */
  readonly words: string
  /** The value, or a sentence on what is wrong. */
  readonly parse: (text: string) => { readonly value: T } | { readonly wrong: string }
}

const text = (text: string) => ({ value: text })
/** Whole, seen from where the server was started: a model's child works in a folder of its own. */
const folder = (text: string) => ({ value: resolve(text) })
const orNull = (text: string) => ({ value: text === '' ? null : text })
const whole = (min: number, max: number) => (text: string) => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? { value } : { wrong: `must be a whole number from ${min} to ${max}` }
}

function publicUrl(text: string) {
  if (text === '') return { value: null }
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    return { wrong: 'must be an address such as https://parlor.example.org, without a path' }
  }
  return { value: url.origin }
}

function proxies(text: string) {
  const list = text.split(/[\s,]+/).filter((part) => part !== '' && part !== 'none')
  const bad = list.filter((part) => !isNetwork(part))
  return bad.length > 0 ? { wrong: `must be IP addresses or networks, not ${bad.join(', ')}` } : { value: list }
}

function isNetwork(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function browser(text: string) {
  if (text === 'packed' || text === 'none') return { value: text }
  try {
    if (isAbsolute(text)) {
      accessSync(text, constants.X_OK)
      return { value: text }
    }
  } catch {
    // Said below.
  }
  return { wrong: 'must be `packed`, `none`, or the whole path of a Chromium that may be run' }
}

function logLevel(text: string) {
  const value = LOG_LEVELS.find((level) => level === text)
  return value ? { value } : { wrong: `must be one of ${LOG_LEVELS.join(', ')}` }
}

function metricsToken(text: string) {
  return text !== '' && text.length < 16 ? { wrong: 'must be 16 characters or more' } : orNull(text)
}

/** The table of all settings, in the order of {@link Config}. */
export const SETTINGS = {
  host: {
    name: 'HOST',
    fallback: 'localhost',
    words: 'Address to listen on: this machine only by default, `0.0.0.0` for every network.',
    parse: text,
  },
  port: { name: 'PORT', fallback: '8080', words: 'Port to listen on; `0` takes a free one.', parse: whole(0, 65_535) },
  dataDir: { name: 'DATA_DIR', fallback: 'data', words: 'Folder of the database and the files.', parse: folder },
  publicUrl: {
    name: 'PUBLIC_URL',
    fallback: '',
    words: 'The address people open, e.g. `https://parlor.example.org`. Unset: only this machine may connect.',
    parse: publicUrl,
  },
  trustedProxies: {
    name: 'TRUSTED_PROXIES',
    fallback: '',
    words: 'Addresses or networks of reverse proxies whose `X-Forwarded-For` is believed, by comma. None by default.',
    parse: proxies,
  },
  metricsToken: {
    name: 'METRICS_TOKEN',
    fallback: '',
    words: 'Bearer token for `/metrics` from elsewhere; without it only this machine may read them.',
    parse: metricsToken,
  },
  uploadMaxMb: {
    name: 'UPLOAD_MAX_MB',
    fallback: '300',
    words: 'Largest model file a city may upload, in MB.',
    parse: whole(1, 4_096),
  },
  cityMaxMb: {
    name: 'CITY_MAX_MB',
    fallback: '4096',
    words: 'Room for all models of one city, with the files they were made of, in MB.',
    parse: whole(1, 1_000_000),
  },
  databaseMaxMb: {
    name: 'DATABASE_MAX_MB',
    fallback: '0',
    words: 'Largest size of the database, in MB; `0` leaves it to the disk.',
    parse: whole(0, 1_000_000),
  },
  browser: {
    name: 'BROWSER',
    fallback: 'packed',
    words:
      'What takes the pictures of models: the `packed` browser that comes with npm, another Chromium by its whole path, or `none`: then the studio does.',
    parse: browser,
  },
  logLevel: {
    name: 'LOG_LEVEL',
    fallback: 'info',
    words: `How much is logged: ${LOG_LEVELS.join(', ')}.`,
    parse: logLevel,
  },
} as const satisfies { readonly [K in keyof Config]: Setting<Config[K]> }

/** The address to open on this machine. Who listens everywhere is opened by name. */
export function ownOrigin(host: string, port: number | string): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/**
 * Reads every setting.
 * @throws StartFault naming all faults at once.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = []
  const read = <T>(setting: Setting<T>): T => {
    const result = setting.parse(environment[setting.name]?.trim() || setting.fallback)
    if ('value' in result) return result.value
    faults.push(`  ${setting.name} ${result.wrong} (it is "${environment[setting.name]}")`)
    return undefined as T
  }
  const config: Config = {
    host: read<string>(SETTINGS.host),
    port: read<number>(SETTINGS.port),
    dataDir: read<string>(SETTINGS.dataDir),
    publicUrl: read<string | null>(SETTINGS.publicUrl),
    trustedProxies: read<readonly string[]>(SETTINGS.trustedProxies),
    metricsToken: read<string | null>(SETTINGS.metricsToken),
    uploadMaxMb: read<number>(SETTINGS.uploadMaxMb),
    cityMaxMb: read<number>(SETTINGS.cityMaxMb),
    databaseMaxMb: read<number>(SETTINGS.databaseMaxMb),
    browser: read<string>(SETTINGS.browser),
    logLevel: read<LogLevel>(SETTINGS.logLevel),
  }
  if (faults.length > 0) throw new StartFault(`The configuration has faults:\n${faults.join('\n')}`)
  return config
}
