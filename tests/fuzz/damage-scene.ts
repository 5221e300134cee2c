// Near-misses of a scene's text: huge counts, other types, other indices, rings, parts gone or twice. Lengths are told rightly, in a
// zip too, so that the harm is found further in.

import { unzipSync, zipSync } from 'fflate'
import { type Chance, type Damaged, ODD_NUMBERS, pick, whole } from './chance.ts'
import { isZip } from './damage-zip.ts'

const ODD: readonly unknown[] = [
  ...ODD_NUMBERS,
  null,
  true,
  '',
  'x',
  '../x',
  'http://looks.invalid/x',
  'data:,x',
  '\u202e<script>',
  [],
  {},
  [0, 0, 0],
  [[]],
  'y'.repeat(5000),
]

type Holder = Record<string, unknown> | unknown[]

/** A file with one to three fields of its scene changed. */
export function damageScene(file: Buffer, chance: Chance): Damaged {
  if (isZip(file)) return inZip(file, chance)
  const length = file.readUInt32LE(12)
  const { text, how } = changed(file.subarray(20, 20 + length).toString('utf8'), chance)
  const json = Buffer.from(text)
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, 0x20)])
  const bytes = Buffer.concat([file.subarray(0, 20), padded, file.subarray(20 + length)])
  bytes.writeUInt32LE(bytes.length, 8)
  bytes.writeUInt32LE(padded.length, 12)
  return { bytes, how }
}

function inZip(file: Buffer, chance: Chance): Damaged {
  const files = unzipSync(file)
  const name = Object.keys(files).find((each) => each.endsWith('.gltf')) ?? ''
  const { text, how } = changed(Buffer.from(files[name] ?? []).toString('utf8'), chance)
  const bytes = zipSync({ ...files, [name]: new Uint8Array(Buffer.from(text)) }, { level: 1, mtime: '2026-01-01' })
  return { bytes: Buffer.from(bytes), how: `${name}: ${how}` }
}

function changed(source: string, chance: Chance): { text: string; how: string } {
  const scene = JSON.parse(source) as Holder
  const times = 1 + whole(3, chance)
  const how = Array.from({ length: times }, () => changeOne(scene, chance))
  return { text: JSON.stringify(scene), how: how.join('; ') }
}

/** A place in the scene, by walking down at random: parts with few fields are met as often as long lists. */
function place(scene: Holder, chance: Chance): { holder: Holder; key: string; path: string } {
  let holder = scene
  let path = ''
  for (;;) {
    const keys = Object.keys(holder)
    const key = pick(keys, chance) ?? 'x'
    path += `/${key}`
    const value = read(holder, key)
    const inner = typeof value === 'object' && value !== null && Object.keys(value).length > 0
    if (!inner || chance() < 0.12) return { holder, key, path }
    holder = value as Holder
  }
}

const read = (holder: Holder, key: string): unknown => (holder as Record<string, unknown>)[key]
const write = (holder: Holder, key: string, value: unknown): void => {
  ;(holder as Record<string, unknown>)[key] = value
}

function changeOne(scene: Holder, chance: Chance): string {
  const { holder, key, path } = place(scene, chance)
  const value = read(holder, key)
  const dice = chance()
  if (dice < 0.35) {
    const odd = pick(ODD, chance)
    write(holder, key, odd)
    return `${path} = ${JSON.stringify(odd)?.slice(0, 40)}`
  }
  if (dice < 0.6 && typeof value === 'number') {
    const near = pick([value + 1, value - 1, -value, value * 1000, value + 0.5, whole(40, chance)], chance) ?? 0
    write(holder, key, near)
    return `${path} = ${near}`
  }
  if (dice < 0.75) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
    return `${path} gone`
  }
  if (dice < 0.85 && Array.isArray(holder)) {
    const times = pick([1, 2, 3000], chance) ?? 1
    for (let k = 0; k < times; k++) holder.push(value)
    return `${path} once more, ${times} times`
  }
  return dice < 0.93 ? makeRing(scene, chance) : nest(holder, key, path, chance)
}

/** A node becomes its own ancestor, or somebody else's child too. */
function makeRing(scene: Holder, chance: Chance): string {
  const nodes = read(scene, 'nodes')
  if (!Array.isArray(nodes) || nodes.length === 0) return 'no nodes for a ring'
  const [at, child] = [whole(nodes.length, chance), whole(nodes.length, chance)]
  const node: unknown = nodes[at]
  if (typeof node !== 'object' || node === null) return 'no node for a ring'
  const children = read(node as Holder, 'children')
  write(node as Holder, 'children', [...(Array.isArray(children) ? (children as unknown[]) : []), child])
  return `node ${child} below node ${at}`
}

function nest(holder: Holder, key: string, path: string, chance: Chance): string {
  const depth = pick([3, 70, 4000], chance) ?? 3
  let value = read(holder, key)
  for (let k = 0; k < depth; k++) value = [value]
  write(holder, key, value)
  return `${path} ${depth} lists deep`
}
