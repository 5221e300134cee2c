// KTX2 to RGBA by the Basis transcoder that three ships. It is a script for browsers, so it runs in a context of its
// own and gets the wasm from us.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { refuse } from '../fault.ts'

interface Ktx2File {
  isValid(): boolean
  getWidth(): number
  getHeight(): number
  startTranscoding(): boolean
  getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number
  transcodeImage(
    out: Uint8Array,
    level: number,
    layer: number,
    face: number,
    format: number,
    alpha: number,
    row: number,
    height: number,
  ): boolean
  close(): void
  delete(): void
}

interface Basis {
  initializeBasis(): void
  KTX2File: new (bytes: Uint8Array) => Ktx2File
}

const RGBA32 = 13

let loading: Promise<Basis> | undefined

/** The largest level of a KTX2 as RGBA. Refuses what the transcoder cannot read. */
export async function transcodeKtx2(bytes: Uint8Array): Promise<{ pixels: Uint8Array; width: number; height: number }> {
  loading ??= load()
  const basis = await loading
  const file = new basis.KTX2File(new Uint8Array(bytes))
  try {
    if (!file.isValid() || !file.startTranscoding()) refuse('model.ktx2', { name: '' })
    const pixels = new Uint8Array(file.getImageTranscodedSizeInBytes(0, 0, 0, RGBA32))
    if (!file.transcodeImage(pixels, 0, 0, 0, RGBA32, 0, -1, -1)) refuse('model.ktx2', { name: '' })
    return { pixels, width: file.getWidth(), height: file.getHeight() }
  } finally {
    file.close()
    file.delete()
  }
}

async function load(): Promise<Basis> {
  const require = createRequire(import.meta.url)
  const folder = require.resolve('three/examples/jsm/libs/basis/basis_transcoder.js').replace(/[^/\\]+$/, '')
  const [script, wasmBinary] = await Promise.all([
    readFile(`${folder}basis_transcoder.js`, 'utf8'),
    readFile(`${folder}basis_transcoder.wasm`),
  ])
  const context = createContext({ WebAssembly, console: { log() {}, warn() {}, error() {} } })
  const start = runInContext(`${script};BASIS`, context) as (options: object) => Promise<Basis>
  const basis = await start({ wasmBinary })
  basis.initializeBasis()
  return basis
}
