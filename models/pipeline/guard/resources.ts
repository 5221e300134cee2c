// Where a glTF's bytes come from: the GLB's own chunk, data: addresses, names inside the zip. Nothing else, ever: no
// file, no network. Buffers that stand for meshopt-compressed data only are left empty.
import { must, plainName, refuse } from '../fault.ts'
import type { Container } from './container.ts'
import type { GltfJson } from './gltf-json.ts'

/** The bytes of every buffer, in order; undefined where a buffer is a meshopt fallback without bytes. */
export function resolveBuffers(gltf: GltfJson, container: Container): (Uint8Array | undefined)[] {
  return gltf.buffers.map((buffer, index) => {
    const bytes = buffer.uri === undefined ? ownChunk(index, container) : fetchUri(buffer.uri, container, 'buffer')
    if (bytes === undefined) {
      must(isFallback(gltf, index), 'model.buffer-missing')
      return undefined
    }
    must(bytes.length >= buffer.byteLength, 'model.buffer-short')
    return bytes.subarray(0, buffer.byteLength)
  })
}

const ownChunk = (index: number, container: Container) => (index === 0 ? container.bin : undefined)

function isFallback(gltf: GltfJson, index: number): boolean {
  const views = gltf.bufferViews.filter((view) => view.buffer === index)
  return views.every((view) => view.extensions?.EXT_meshopt_compression !== undefined)
}

/** The bytes behind a uri. `kind` says what a data: address may hold. */
export function fetchUri(uri: string, container: Container, kind: 'buffer' | 'image'): Uint8Array {
  if (/^data:/i.test(uri)) return readDataUri(uri, kind)
  const name = decodeName(uri)
  const outside =
    /^[a-z][a-z0-9+.-]*:/i.test(name) || name.includes('\\') || name.startsWith('/') || name.split('/').includes('..')
  must(!outside, 'model.external-uri', { name: plainName(uri) })
  const bytes = container.files.get(name.replace(/^(\.\/)+/, ''))
  if (bytes) return bytes
  refuse(container.files.size > 0 ? 'model.file-missing' : 'model.external-uri', { name: plainName(name) })
}

function decodeName(uri: string): string {
  try {
    return decodeURIComponent(uri).normalize('NFC')
  } catch {
    return uri.normalize('NFC')
  }
}

const BUFFER_TYPES = /^data:application\/(octet-stream|gltf-buffer);base64,/i
const IMAGE_TYPES = /^data:image\/(png|jpeg|webp|ktx2);base64,/i

function readDataUri(uri: string, kind: 'buffer' | 'image'): Uint8Array {
  const head = (kind === 'buffer' ? BUFFER_TYPES : IMAGE_TYPES).exec(uri.slice(0, 80))
  if (!head)
    refuse(kind === 'buffer' ? 'model.external-uri' : 'model.image-type', { name: plainName(uri.slice(0, 60)) })
  return new Uint8Array(Buffer.from(uri.slice(head[0].length), 'base64'))
}
