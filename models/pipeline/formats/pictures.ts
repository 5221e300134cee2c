// Pictures that a model of another format names: found beside it by path or, since agencies' files hold paths of their own
// disks, by the last part of it. Kinds that glTF has go on as they are; TGA and BMP are read by us and become PNG.
import sharp from 'sharp'
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { type Findings, plainName, refuse } from '../fault.ts'
import { orRefuse } from '../steps/pixels.ts'
import type { NotedPicture } from './run-loader.ts'
import { readBmp, readTga } from './tga.ts'

/** Files beside a model by their cleaned path. */
export type Files = ReadonlyMap<string, Uint8Array>

export interface FoundPicture {
  readonly bytes: Uint8Array
  readonly mimeType: 'image/png' | 'image/jpeg' | 'image/webp'
}

/** A file beside the model: by its path, else by its name alone, whatever its case. Never by an address. */
export function findBeside(named: string, files: Files): Uint8Array | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(named)) refuse('model.external-uri', { name: plainName(named) })
  const path = decoded(named)
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .normalize('NFC')
  const exact = files.get(path)
  if (exact) return exact
  const last = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  if (last === '') return undefined
  for (const [name, bytes] of files) if (name.slice(name.lastIndexOf('/') + 1).toLowerCase() === last) return bytes
  return undefined
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Reads each picture once. Those that are missing or of a kind that cannot be read are left out and said. */
export class Pictures {
  private readonly known = new Map<string, Promise<FoundPicture | undefined>>()
  private readonly missing = new Set<string>()
  private readonly files: Files
  private readonly findings: Findings
  constructor(files: Files, findings: Findings) {
    this.files = files
    this.findings = findings
  }

  async find(noted: NotedPicture): Promise<FoundPicture | undefined> {
    const key = noted.address
    const known = this.known.get(key) ?? this.read(noted)
    this.known.set(key, known)
    return await known
  }

  private async read({ address, embedded }: NotedPicture): Promise<FoundPicture | undefined> {
    const bytes = embedded ?? findBeside(address, this.files)
    const picture = bytes && (await asGltfPicture(bytes))
    if (picture) return picture
    const name = address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf('\\')) + 1)
    this.missing.add(plainName(embedded ? '' : name))
    const names = [...this.missing].join(', ').slice(0, 200)
    this.findings.add('model.found-pictures-missing', { count: this.missing.size, names })
    return undefined
  }
}

async function asGltfPicture(bytes: Uint8Array): Promise<FoundPicture | undefined> {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\x89PNG')) return { bytes, mimeType: 'image/png' }
  if (head.startsWith('\xff\xd8\xff')) return { bytes, mimeType: 'image/jpeg' }
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { bytes, mimeType: 'image/webp' }
  const raw = head.startsWith('BM') ? readBmp(bytes) : readTga(bytes)
  if (!raw) return undefined
  const { data, width, height } = raw
  const shrink = Math.max(width, height) > 4096
  const picture = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: UPLOAD_LIMITS.imagePixels })
  const sized = shrink ? picture.resize({ width: 4096, height: 4096, fit: 'inside' }) : picture
  const png = await orRefuse(sized.png({ compressionLevel: 1 }).toBuffer())
  return { bytes: new Uint8Array(png), mimeType: 'image/png' }
}
