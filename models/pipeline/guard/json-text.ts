// From the JSON chunk's bytes to a value that is safe to walk: size, strict UTF-8, depth, no key twice, finite numbers.
// Depth and keys are found on the text with a stack of our own, before JSON.parse and before anything recursive.
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { type Findings, must, refuse } from '../fault.ts'

/** Parses the JSON chunk, or refuses. */
export function parseJson(bytes: Uint8Array, findings: Findings): unknown {
  must(bytes.length <= UPLOAD_LIMITS.jsonBytes, 'model.json-size', { limit: UPLOAD_LIMITS.jsonBytes / 1024 / 1024 })
  const text = decode(bytes, findings)
  scan(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    refuse('model.json')
  }
  mustBeFinite(value)
  return value
}

function decode(bytes: Uint8Array, findings: Findings): string {
  let body = bytes
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) {
    body = body.subarray(3)
    findings.add('model.found-byte-order-mark')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    refuse('model.json-utf8')
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a

function scan(text: string): void {
  // One entry per open bracket: the keys so far for an object, null for an array.
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x7b || code === 0x5b) {
      open.push(code === 0x7b ? new Set() : null)
      must(open.length <= UPLOAD_LIMITS.jsonDepth, 'model.json-depth', { limit: UPLOAD_LIMITS.jsonDepth })
    } else if (code === 0x7d || code === 0x5d) open.pop()
    else if (code === QUOTE) {
      const end = endOfString(text, at)
      const keys = open.at(-1)
      if (keys && text.charCodeAt(skipBlanks(text, end + 1)) === COLON) addKey(keys, text.slice(at, end + 1))
      at = end
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === QUOTE) return at
  }
  refuse('model.json')
}

function skipBlanks(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) <= 0x20) at++
  return at
}

function addKey(keys: Set<string>, quoted: string): void {
  let key = quoted
  if (quoted.includes('\\')) {
    try {
      key = JSON.stringify(JSON.parse(quoted))
    } catch {
      refuse('model.json')
    }
  }
  must(!keys.has(key), 'model.json-duplicate')
  keys.add(key)
}

// 1e999 is good JSON and parses to Infinity.
function mustBeFinite(value: unknown): void {
  if (typeof value === 'number') must(Number.isFinite(value), 'model.not-finite')
  else if (Array.isArray(value)) for (const item of value) mustBeFinite(item)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) mustBeFinite(item)
}
