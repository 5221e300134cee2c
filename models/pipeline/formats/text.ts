// Texts of models: decoded once (UTF-8, else GBK as Windows in China writes it), gone through line by line without a copy.
import { must } from '../fault.ts'
import { FORMAT_LIMITS } from './format-limits.ts'

/** The text of a file. A byte order mark is left out. Refuses what holds zero bytes. */
export function decodeText(bytes: Uint8Array): string {
  must(bytes.indexOf(0) < 0 || bytes.indexOf(0) === bytes.length - 1, 'model.damaged')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gbk').decode(bytes)
  }
}

/** Every line without its end. Refuses too many, and one that is too long. */
export function* linesOf(text: string): Generator<string> {
  let from = 0
  for (let count = 0; from <= text.length; count++) {
    must(count < FORMAT_LIMITS.lines, 'model.too-many-lines', { limit: FORMAT_LIMITS.lines })
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    must(to - from <= FORMAT_LIMITS.lineBytes, 'model.damaged')
    yield text.slice(from, text[to - 1] === '\r' ? to - 1 : to)
    from = to + 1
  }
}

const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype))

/** Refuses a name out of a file that every object of JavaScript has already: loaders use them as keys. */
export function mustBeOwnName(name: string): void {
  must(!INHERITED.has(name), 'model.damaged')
}
