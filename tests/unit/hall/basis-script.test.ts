// The Basis transcoder in a place that forbids code made of text, as our pages do.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { encodeToKTX2 } from 'ktx2-encoder'
import { describe, expect, it } from 'vitest'
import { withoutEval } from '../../../client/hall/load/basis-script.ts'

const folder = createRequire(import.meta.url)
  .resolve('three/examples/jsm/libs/basis/basis_transcoder.js')
  .replace(/[^/]+$/, '')
const script = readFileSync(`${folder}basis_transcoder.js`, 'utf8')
const wasmBinary = readFileSync(`${folder}basis_transcoder.wasm`)
const RGBA32 = 13

interface Basis {
  initializeBasis(): void
  KTX2File: new (
    bytes: Uint8Array,
  ) => {
    isValid(): boolean
    getWidth(): number
    startTranscoding(): boolean
    getImageTranscodedSizeInBytes(...of: readonly number[]): number
    transcodeImage(out: Uint8Array, ...of: readonly number[]): boolean
    delete(): void
  }
}

/** Fails inside for whoever makes code of text. */
async function start(text: string): Promise<Basis> {
  const quiet = { log() {}, warn() {}, error() {} }
  const context = createContext({ WebAssembly, console: quiet }, { codeGeneration: { strings: false, wasm: true } })
  const make = runInContext(`${text};BASIS`, context) as (options: object) => Promise<Basis>
  const basis = await make({ wasmBinary })
  basis.initializeBasis()
  return basis
}

describe('the Basis transcoder', () => {
  it('[MODEL-146] unpacks a picture where code may not be made of text; as it comes it would not', async () => {
    const data = new Uint8Array(64 * 64 * 4).fill(200)
    const ktx2 = await encodeToKTX2(data, {
      isUASTC: false,
      qualityLevel: 128,
      imageDecoder: async () => ({ data, width: 64, height: 64 }),
    })
    const basis = await start(withoutEval(script))
    const file = new basis.KTX2File(ktx2)
    expect([file.isValid(), file.getWidth(), file.startTranscoding()].map(Number)).toEqual([1, 64, 1])
    const pixels = new Uint8Array(file.getImageTranscodedSizeInBytes(0, 0, 0, RGBA32))
    expect(Number(file.transcodeImage(pixels, 0, 0, 0, RGBA32, 0, -1, -1))).toBe(1)
    expect(pixels.length).toBe(data.length)
    expect(Math.abs((pixels[0] ?? 0) - 200)).toBeLessThan(4)
    file.delete()
    await expect(start(script)).rejects.toThrow('Code generation from strings')
  })

  it('[MODEL-146] another one than is known is refused', () => {
    expect(() => withoutEval('var BASIS')).toThrow('not the one that is known')
  })
})
