// A zip with its entries renamed, twice, lying about themselves, or its end gone.

import { unzipSync, zipSync } from 'fflate'
import { type Chance, type Damaged, ODD_NUMBERS, pick, whole } from './chance.ts'

const CENTRAL = 0x02014b50

export const isZip = (file: Buffer): boolean => file.length > 4 && file.readUInt32LE(0) === 0x04034b50

/** Fields of an entry in the list: name of the field, its place, its bytes (PKWARE APPNOTE 4.3.12). */
const FIELDS = [
  ['flags', 8, 2],
  ['method', 10, 2],
  ['checksum', 16, 4],
  ['packed size', 20, 4],
  ['size', 24, 4],
  ['length of the name', 28, 2],
  ['length of the extra field', 30, 2],
  ['place', 42, 4],
] as const

/** A zip with one thing of its list changed. */
export function damageZip(file: Buffer, chance: Chance): Damaged {
  const entries = listed(file)
  const entry = pick(entries, chance)
  const dice = chance()
  if (!entry || dice < 0.1) return cutEnd(file, chance)
  if (dice < 0.4) return renamed(file, chance)
  if (dice < 0.55) return twice(file, entry)
  const bytes = Buffer.from(file)
  const [what, offset, size] = pick(FIELDS, chance) ?? FIELDS[0]
  const before = bytes.readUIntLE(entry.at + offset, size)
  const near = pick([before + 1, before - 1, before ^ 1, before * 2], chance) ?? 0
  const value = Math.abs(Math.trunc(chance() < 0.5 ? near : (pick(ODD_NUMBERS, chance) ?? 0))) % 2 ** (size * 8)
  bytes.writeUIntLE(value, entry.at + offset, size)
  return { bytes, how: `${entry.name}: ${what} from ${before} to ${value}` }
}

interface Entry {
  readonly at: number
  readonly end: number
  readonly name: string
}

function listed(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const entries: Entry[] = []
  for (let at = end < 0 ? file.length : file.readUInt32LE(end + 16); at + 46 <= file.length; ) {
    if (file.readUInt32LE(at) !== CENTRAL) break
    const [name, extra, note] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [number, number, number]
    const next = at + 46 + name + extra + note
    entries.push({ at, end: next, name: file.subarray(at + 46, at + 46 + name).toString('utf8') })
    at = next
  }
  return entries
}

function cutEnd(file: Buffer, chance: Chance): Damaged {
  const by = 1 + whole(200, chance)
  return { bytes: file.subarray(0, Math.max(0, file.length - by)), how: `${by} bytes of the end gone` }
}

const NAMES = [
  '../x',
  '/etc/passwd',
  'C:\\x',
  'a/../../b',
  '',
  'x\u0000.gltf',
  'MODEL.GLTF',
  'x.zip',
  'x.svg',
  '__proto__.gltf',
  'ｍ.gltf',
]

/** Made anew, so that the entry's two names agree. */
function renamed(file: Buffer, chance: Chance): Damaged {
  const entries = Object.entries(unzipSync(file))
  const which = whole(entries.length, chance)
  const to = pick(NAMES, chance) ?? 'x'
  const files = new Map(entries.map(([name, bytes], at) => [at === which ? to : name, bytes]))
  const bytes = zipSync(Object.fromEntries(files), { level: 1, mtime: '2026-01-01' })
  return { bytes: Buffer.from(bytes), how: `${entries[which]?.[0]} renamed ${JSON.stringify(to)}` }
}

/** One line more in the list, for an entry that it has. */
function twice(file: Buffer, entry: Entry): Damaged {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const line = file.subarray(entry.at, entry.end)
  const tail = Buffer.from(file.subarray(end))
  tail.writeUInt16LE(tail.readUInt16LE(8) + 1, 8)
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10)
  tail.writeUInt32LE(tail.readUInt32LE(12) + line.length, 12)
  return { bytes: Buffer.concat([file.subarray(0, end), line, tail]), how: `${entry.name} twice` }
}
