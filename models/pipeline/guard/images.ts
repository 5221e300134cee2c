// Every picture of a file: its kind by magic bytes, its size by its header, read by us before any decoder. PNG, JPEG,
// WebP and KTX2 only. PNG and JPEG go on without their side chunks (texts, profiles, previews, positions).
import { createHash } from 'node:crypto'
import { type Findings, must, plainName, refuse } from '../fault.ts'
import type { Container } from './container.ts'
import type { GltfJson } from './gltf-json.ts'
import { readJpeg } from './jpeg.ts'
import { checkKtx2 } from './ktx2.ts'
import type { Picture } from './picture.ts'
import { readPng } from './png.ts'
import { fetchUri } from './resources.ts'
import { readWebp } from './webp.ts'

/** All pictures by image index. The same bytes twice are read and counted once. */
export async function checkImages(
  gltf: GltfJson,
  container: Container,
  buffers: readonly (Uint8Array | undefined)[],
  findings: Findings,
): Promise<{ pictures: Picture[]; pixels: number }> {
  const byHash = new Map<string, Picture>()
  const pictures: Picture[] = []
  let pixels = 0
  for (const [index, image] of gltf.images.entries()) {
    const bytes = imageBytes(gltf, image, container, buffers)
    const hash = createHash('sha1').update(bytes).digest('hex')
    let picture = byHash.get(hash)
    if (!picture) {
      picture = await readPicture(bytes, image.uri?.slice(0, 60) ?? `${index}`)
      byHash.set(hash, picture)
      pixels += picture.width * picture.height
    }
    pictures.push(picture)
  }
  if (byHash.size < pictures.length)
    findings.add('model.found-textures-merged', { count: pictures.length - byHash.size })
  return { pictures, pixels }
}

function imageBytes(
  gltf: GltfJson,
  image: GltfJson['images'][number],
  container: Container,
  buffers: readonly (Uint8Array | undefined)[],
): Uint8Array {
  if (image.uri !== undefined) return fetchUri(image.uri, container, 'image')
  const view = gltf.bufferViews[image.bufferView ?? -1]
  must(view !== undefined, 'model.reference')
  must(view.extensions?.EXT_meshopt_compression === undefined, 'model.view-range')
  const start = view.byteOffset ?? 0
  return buffers[view.buffer]?.subarray(start, start + view.byteLength) ?? refuse('model.buffer-missing')
}

async function readPicture(bytes: Uint8Array, called: string): Promise<Picture> {
  const name = plainName(called.startsWith('data:') ? 'data:' : called)
  const is = (magic: string, at = 0) => Buffer.from(bytes.subarray(at, at + magic.length)).toString('latin1') === magic
  if (is('\x89PNG\r\n\x1a\n')) return await readPng(bytes, name)
  if (is('\xff\xd8\xff')) return readJpeg(bytes, name)
  if (is('RIFF') && is('WEBP', 8)) return readWebp(bytes, name)
  if (is('\xabKTX 20\xbb\r\n\x1a\n')) return checkKtx2(bytes, name)
  refuse('model.image-type', { name })
}
