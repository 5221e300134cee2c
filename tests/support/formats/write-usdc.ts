// A small writer of USD scenes in bytes (crate 0.8), for tests: tokens, fields, paths, specs. Packed as the format has it, but
// without squeezing: LZ4 of literals only, every difference in 32 bits.

const u64 = (value: number) => {
  const out = Buffer.alloc(8)
  out.writeBigUInt64LE(BigInt(value))
  return out
}

/** LZ4 of literals, in the one piece that USD marks with a zero. */
function lz4(bytes: Uint8Array): Buffer {
  const head = [0]
  if (bytes.length < 15) head.push(bytes.length << 4)
  else {
    head.push(0xf0)
    let left = bytes.length - 15
    for (; left >= 255; left -= 255) head.push(255)
    head.push(left)
  }
  return Buffer.concat([Buffer.from(head), bytes])
}

function numbers(list: readonly number[]): Buffer {
  const codes = Buffer.alloc((list.length * 2 + 7) >> 3, 0xff)
  const out = Buffer.alloc(list.length * 4)
  list.forEach((value, at) => out.writeInt32LE((value - (at > 0 ? (list[at - 1] ?? 0) : 0)) | 0, at * 4))
  const packed = lz4(Buffer.concat([Buffer.alloc(4), codes, out]))
  return Buffer.concat([u64(packed.length), packed])
}

/** A value: a word, a number inside its own 8 bytes, or a list behind. */
export type UsdValue =
  | { readonly token: string }
  | { readonly float: number }
  | { readonly ints: readonly number[] }
  | { readonly vec3: readonly number[] }

export interface UsdSpec {
  /** Path from the root, as `/Box` or `/Box.points`. */
  readonly path: string
  readonly type: number
  readonly fields: Readonly<Record<string, UsdValue>>
}

/** The scene. Specs stand in the order of a walk through the tree, each prim's properties first; the root is added. */
export function usdcBytes(root: UsdSpec['fields'], specs: readonly UsdSpec[]): Uint8Array {
  const tokens: string[] = ['']
  const token = (word: string) => {
    if (!tokens.includes(word)) tokens.push(word)
    return tokens.indexOf(word)
  }
  const body: Buffer[] = [Buffer.alloc(88)]
  const size = () => body.reduce((sum, part) => sum + part.length, 0)
  const rep = (value: UsdValue): bigint => {
    if ('token' in value) return (0x400bn << 48n) | BigInt(token(value.token))
    if ('float' in value)
      return (0x4009n << 48n) | BigInt(Buffer.from(Float32Array.of(value.float).buffer).readUInt32LE())
    const at = size()
    const list = 'ints' in value ? Int32Array.from(value.ints) : Float32Array.from(value.vec3)
    body.push(u64(list.length / ('ints' in value ? 1 : 3)), Buffer.from(list.buffer))
    return ((('ints' in value ? 0x8003n : 0x8018n) << 48n) | BigInt(at)) as bigint
  }
  const all: readonly UsdSpec[] = [{ path: '/', type: 7, fields: root }, ...specs]
  const fields: [number, bigint][] = []
  const sets: number[] = []
  const starts = all.map((spec) => {
    const start = sets.length
    for (const [name, value] of Object.entries(spec.fields)) {
      sets.push(fields.length)
      fields.push([token(name), rep(value)])
    }
    sets.push(-1)
    return start
  })
  const names = all.map(({ path }) => {
    const name = /[^/.]*$/.exec(path)?.[0] ?? ''
    return path.includes('.') ? -token(name) : token(name)
  })
  const sections = new Map<string, Buffer>()
  const reps = Buffer.alloc(fields.length * 8)
  fields.forEach(([, value], at) => reps.writeBigUInt64LE(value, at * 8))
  const packed = lz4(reps)
  const indices = all.map((_, at) => at)
  sections.set(
    'FIELDS',
    Buffer.concat([u64(fields.length), numbers(fields.map(([name]) => name)), u64(packed.length), packed]),
  )
  sections.set('FIELDSETS', Buffer.concat([u64(sets.length), numbers(sets)]))
  sections.set(
    'PATHS',
    Buffer.concat([u64(all.length), u64(all.length), numbers(indices), numbers(names), numbers(jumpsOf(all))]),
  )
  sections.set(
    'SPECS',
    Buffer.concat([u64(all.length), numbers(indices), numbers(starts), numbers(all.map(({ type }) => type))]),
  )
  sections.set('STRINGS', u64(0))
  const words = Buffer.from(tokens.map((word) => `${word}\0`).join(''))
  const tokenBytes = lz4(words)
  sections.set('TOKENS', Buffer.concat([u64(tokens.length), u64(words.length), u64(tokenBytes.length), tokenBytes]))
  return assemble(body, sections)
}

function assemble(body: Buffer[], sections: ReadonlyMap<string, Buffer>): Uint8Array {
  let at = body.reduce((sum, part) => sum + part.length, 0)
  const list: Buffer[] = [u64(sections.size)]
  for (const [name, bytes] of sections) {
    body.push(bytes)
    list.push(Buffer.from(name.padEnd(16, '\0')), u64(at), u64(bytes.length))
    at += bytes.length
  }
  const out = Buffer.concat([...body, ...list])
  out.write('PXR-USDC')
  out.set([0, 8, 0], 8)
  out.writeBigUInt64LE(BigInt(at), 16)
  return new Uint8Array(out)
}

// −2 a leaf, −1 a child next, 0 a brother next, above 0 a child next and a brother so far ahead.
function jumpsOf(specs: readonly UsdSpec[]): number[] {
  const parent = (path: string) => (path === '/' ? '' : path.replace(/[/.][^/.]*$/, '') || '/')
  return specs.map(({ path }, at) => {
    const child = specs[at + 1] && parent(specs[at + 1]?.path ?? '') === path
    const brother = specs.findIndex((other, k) => k > at && parent(other.path) === parent(path))
    if (child) return brother > 0 ? brother - at : -1
    return brother > 0 ? 0 : -2
  })
}
