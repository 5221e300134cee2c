// Runs one of three's loaders without a browser: pictures are only noted (address and, where embedded, bytes), the console
// is silent, `window` exists while it works. Whatever it throws is a refusal; what it changes outside is put back.
import { ImageLoader, type Loader } from 'three'
import { ModelFault, refuse } from '../fault.ts'

/** What stands for a decoded picture: where it was asked for. */
export interface NotedPicture {
  readonly address: string
  /** Bytes that were inside the model file. */
  readonly embedded: Uint8Array | undefined
}

export const isNoted = (value: unknown): value is NotedPicture =>
  typeof value === 'object' && value !== null && 'address' in value

const SAYS = ['log', 'info', 'warn', 'error', 'debug'] as const
/** Embedded pictures of one file, all together, bytes. */
const EMBEDDED_MAX = 320 * 1024 * 1024

/** Does the work, which may not wait for anything. */
export function runLoader<T>(work: () => T): T {
  const restore = [silence(), giveWindow(), notePictures()]
  const inherited = new Set(Reflect.ownKeys(Object.prototype))
  try {
    return work()
  } catch (error) {
    if (error instanceof ModelFault) throw error
    return refuse('model.damaged')
  } finally {
    for (const undo of restore.reverse()) undo()
    for (const key of Reflect.ownKeys(Object.prototype)) {
      if (!inherited.has(key)) Reflect.deleteProperty(Object.prototype, key)
    }
  }
}

function silence(): () => void {
  const before = SAYS.map((name) => [name, console[name]] as const)
  for (const name of SAYS) console[name] = () => undefined
  return () => {
    for (const [name, said] of before) console[name] = said
  }
}

// FBXLoader asks for the window's size when a camera has none.
function giveWindow(): () => void {
  if ('window' in globalThis) return () => undefined
  Object.defineProperty(globalThis, 'window', { value: { innerWidth: 1, innerHeight: 1 }, configurable: true })
  return () => Reflect.deleteProperty(globalThis, 'window')
}

// Embedded pictures come as Blobs with an address of the page: their bytes are kept instead.
function notePictures(): () => void {
  const blobs = new Map<string, Uint8Array>()
  const before = { load: ImageLoader.prototype.load, create: URL.createObjectURL, revoke: URL.revokeObjectURL, Blob }
  let total = 0
  globalThis.Blob = class extends before.Blob {
    readonly parts: readonly Uint8Array[]
    constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
      super([], options)
      this.parts = parts.map((part) => (part instanceof Uint8Array ? part : new Uint8Array(part as ArrayBuffer)))
    }
  }
  URL.createObjectURL = (blob) => {
    const address = `blob:${blobs.size}`
    const bytes = (blob as Blob & { parts?: readonly Uint8Array[] }).parts?.[0] ?? new Uint8Array()
    total += bytes.length
    if (total > EMBEDDED_MAX) refuse('model.image-pixels')
    blobs.set(address, bytes)
    return address
  }
  URL.revokeObjectURL = () => undefined
  ImageLoader.prototype.load = function (this: Loader, url, onLoad) {
    const noted: NotedPicture = { address: url, embedded: blobs.get(url) ?? bytesInAddress(url) }
    onLoad?.(noted as unknown as HTMLImageElement)
    return noted as unknown as HTMLImageElement
  }
  return () => {
    ImageLoader.prototype.load = before.load
    URL.createObjectURL = before.create
    URL.revokeObjectURL = before.revoke
    globalThis.Blob = before.Blob
  }
}

function bytesInAddress(url: string): Uint8Array | undefined {
  const head = /^data:image\/[a-z0-9+.-]{1,20};base64,/i.exec(url.slice(0, 60))
  return head ? new Uint8Array(Buffer.from(url.slice(head[0].length), 'base64')) : undefined
}
