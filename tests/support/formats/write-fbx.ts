// A small writer of FBX, in words and in bytes, for tests: nodes with properties, as the format has them.

import { zlibSync } from 'fflate'

/** A property as its letter in the format and its value. */
export type FbxValue =
  | { readonly S: string }
  | { readonly L: number }
  | { readonly I: number }
  | { readonly D: number }
  | { readonly R: Uint8Array }
  | { readonly d: readonly number[] }
  | { readonly i: readonly number[] }

export interface FbxNode {
  readonly name: string
  readonly values: readonly FbxValue[]
  readonly nodes?: readonly FbxNode[]
}

/** A node. */
export const fbx = (name: string, values: readonly FbxValue[] = [], nodes: readonly FbxNode[] = []): FbxNode => ({
  name,
  values,
  nodes,
})

/** `P` of a `Properties70`. */
export const fbxP = (name: string, type: string, ...numbers: readonly number[]): FbxNode =>
  fbx('P', [{ S: name }, { S: type }, { S: '' }, { S: 'A' }, ...numbers.map((D) => ({ D }))])

const u32 = (value: number) => {
  const out = Buffer.alloc(4)
  out.writeUInt32LE(value)
  return out
}

function valueBytes(value: FbxValue): Buffer {
  if ('S' in value) return Buffer.concat([Buffer.from('S'), u32(Buffer.byteLength(value.S)), Buffer.from(value.S)])
  if ('R' in value) return Buffer.concat([Buffer.from('R'), u32(value.R.length), value.R])
  if ('d' in value || 'i' in value) return arrayBytes(value)
  const out = Buffer.alloc(9)
  if ('I' in value) {
    out.write('I')
    out.writeInt32LE(value.I, 1)
    return out.subarray(0, 5)
  }
  out.write('L' in value ? 'L' : 'D')
  if ('L' in value) out.writeBigInt64LE(BigInt(value.L), 1)
  else out.writeDoubleLE(value.D, 1)
  return out
}

function arrayBytes(value: { readonly d: readonly number[] } | { readonly i: readonly number[] }): Buffer {
  const numbers = 'd' in value ? Float64Array.from(value.d) : Int32Array.from(value.i)
  const raw = new Uint8Array(numbers.buffer)
  const packed = numbers.length > 16 ? zlibSync(raw) : raw
  const head = [u32(numbers.length), u32(packed === raw ? 0 : 1), u32(packed.length)]
  return Buffer.concat([Buffer.from('d' in value ? 'd' : 'i'), ...head, packed])
}

function nodeBytes({ name, values, nodes = [] }: FbxNode, start: number): Buffer {
  const properties = Buffer.concat(values.map(valueBytes))
  const parts: Buffer[] = []
  let at = start + 13 + name.length + properties.length
  for (const node of nodes) {
    const bytes = nodeBytes(node, at)
    parts.push(bytes)
    at += bytes.length
  }
  if (nodes.length > 0) parts.push(Buffer.alloc(13))
  const end = at + (nodes.length > 0 ? 13 : 0)
  const head = Buffer.concat([u32(end), u32(values.length), u32(properties.length), Buffer.from([name.length])])
  return Buffer.concat([head, Buffer.from(name), properties, ...parts])
}

/** The binary FBX, version 7.4. */
export function fbxBytes(nodes: readonly FbxNode[]): Uint8Array {
  const head = Buffer.concat([Buffer.from('Kaydara FBX Binary  \0\x1a\0', 'latin1'), u32(7400)])
  const parts: Buffer[] = [head]
  let at = head.length
  for (const node of nodes) {
    const bytes = nodeBytes(node, at)
    parts.push(bytes)
    at += bytes.length
  }
  parts.push(Buffer.alloc(13), Buffer.alloc(176))
  return new Uint8Array(Buffer.concat(parts))
}

function valueWords(value: FbxValue): string {
  if ('S' in value) return `"${value.S.split('\0\x01').reverse().join('::')}"`
  if ('R' in value) return `"${Buffer.from(value.R).toString('base64')}"`
  if ('L' in value) return String(value.L)
  if ('I' in value) return String(value.I)
  return 'D' in value ? String(value.D) : ''
}

function nodeWords({ name, values, nodes = [] }: FbxNode, depth: number): string {
  const tabs = '\t'.repeat(depth)
  const [first] = values
  if (first && ('d' in first || 'i' in first)) {
    const numbers = 'd' in first ? first.d : first.i
    return `${tabs}${name}: *${numbers.length} {\n${tabs}\ta: ${numbers.join(',')}\n${tabs}}\n`
  }
  const line = `${tabs}${name}: ${values.map(valueWords).join(',')}`
  if (nodes.length === 0) return `${line}\n`
  return `${line} {\n${nodes.map((node) => nodeWords(node, depth + 1)).join('')}${tabs}}\n`
}

/** The FBX in words. */
export const fbxWords = (nodes: readonly FbxNode[]): Uint8Array =>
  new TextEncoder().encode(`; FBX 7.4.0 project file\n${nodes.map((node) => nodeWords(node, 0)).join('')}`)
