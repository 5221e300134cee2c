// From guarded bytes to a glTF-Transform document: resources are ours, decoders are local, nothing is fetched. Then the
// checks that need the numbers themselves: positions finite, indices in range, joints in range, a size one can show.
import {
  Accessor,
  type Document,
  type JSONDocument,
  Logger,
  PlatformIO,
  type Primitive,
  Verbosity,
} from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import draco3d from 'draco3dgltf'
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer'
import { type Findings, must, refuse } from './fault.ts'
import { TAKEN_EXTENSIONS } from './guard/extensions.ts'
import type { Guarded } from './guard/guard.ts'
import { numbersOf } from './steps/scene.ts'

// Everything a document needs is in its resources: an address to be read is a fault of ours.
class ClosedIO extends PlatformIO {
  protected override readURI(): Promise<never> {
    return refuse('model.external-uri', { name: '' })
  }
  protected override resolve(_base: string, path: string): string {
    return path
  }
  protected override dirname(): string {
    return ''
  }
}

/** Reads and writes documents without ever opening an address. */
export async function createIO(): Promise<PlatformIO> {
  await Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready])
  return new ClosedIO()
    .setLogger(new Logger(Verbosity.SILENT))
    .registerExtensions(ALL_EXTENSIONS.filter((extension) => TAKEN_EXTENSIONS.has(extension.EXTENSION_NAME)))
    .registerDependencies({
      'draco3d.decoder': await draco3d.createDecoderModule(),
      'meshopt.decoder': MeshoptDecoder,
      'meshopt.encoder': MeshoptEncoder,
    })
}

/** Opens what passed the guards. Refuses what the decoders cannot read. */
export async function openDocument(io: PlatformIO, guarded: Guarded): Promise<Document> {
  try {
    return await io.readJSON(toJsonDocument(guarded))
  } catch (error) {
    const text = error instanceof Error ? `${error.message}${error.stack ?? ''}` : ''
    if (/draco/i.test(text)) refuse('model.draco')
    if (/meshopt|malformed/i.test(text)) refuse('model.meshopt')
    throw error
  }
}

/** Buffers and pictures become resources under names of our own, each in a buffer of its own; names out of the file end here. */
export function toJsonDocument({ gltf, buffers, pictures }: Guarded): JSONDocument {
  const resources: Record<string, Uint8Array<ArrayBuffer>> = {}
  const plain = (bytes: Uint8Array) => new Uint8Array(bytes)
  const json = structuredClone(gltf) as unknown as JSONDocument['json']
  json.buffers?.forEach((buffer, index) => {
    delete buffer.uri
    const bytes = buffers[index]
    if (!bytes) return
    buffer.uri = `buffer-${index}.bin`
    resources[buffer.uri] = plain(bytes)
  })
  json.images = pictures.map((picture, index) => {
    const uri = `picture-${index}`
    resources[uri] = plain(picture.bytes)
    return { uri, mimeType: picture.mimeType }
  })
  return { json, resources }
}

/** Checks the numbers inside an opened document. Mends normals that are not finite or not of length 1, and says so. */
export function checkNumbers(document: Document, findings: Findings): void {
  const normals = new Set<Accessor>()
  for (const mesh of document.getRoot().listMeshes()) {
    for (const primitive of mesh.listPrimitives()) {
      checkPrimitive(primitive)
      const normal = primitive.getAttribute('NORMAL')
      if (normal) normals.add(normal)
    }
  }
  let mended = 0
  for (const normal of normals) mended += mendNormals(normal)
  if (mended > 0) findings.add('model.found-normals-mended', { count: mended })
  for (const skin of document.getRoot().listSkins()) mustBeFinite(skin.getInverseBindMatrices())
  for (const animation of document.getRoot().listAnimations()) {
    for (const sampler of animation.listSamplers()) {
      mustBeFinite(sampler.getInput())
      mustBeFinite(sampler.getOutput())
    }
  }
}

function checkPrimitive(primitive: Primitive): void {
  const position = primitive.getAttribute('POSITION')
  must(position !== null, 'model.reference')
  const count = position.getCount()
  for (const semantic of primitive.listSemantics()) {
    if (semantic !== 'NORMAL' && semantic !== 'TANGENT') mustBeFinite(primitive.getAttribute(semantic))
    must(primitive.getAttribute(semantic)?.getCount() === count, 'model.accessor-range')
  }
  for (const target of primitive.listTargets()) mustBeFinite(target.getAttribute('POSITION'))
  const indices = numbersOf(primitive.getIndices())
  if (indices) for (let at = 0; at < indices.length; at++) must((indices[at] ?? 0) < count, 'model.index-range')
}

function mustBeFinite(accessor: Accessor | null): void {
  const array = numbersOf(accessor)
  if (!(array instanceof Float32Array)) return
  for (let at = 0; at < array.length; at++) must(Number.isFinite(array[at]), 'model.not-finite')
}

function mendNormals(accessor: Accessor): number {
  let mended = 0
  const value = [0, 0, 0]
  for (let at = 0; at < accessor.getCount(); at++) {
    accessor.getElement(at, value)
    const [x = 0, y = 0, z = 0] = value
    const length = Math.hypot(x, y, z)
    if (Math.abs(length - 1) < 0.02) continue
    mended++
    const sound = Number.isFinite(length) && length > 1e-6
    accessor.setElement(at, sound ? [x / length, y / length, z / length] : [0, 1, 0])
  }
  return mended
}
