// A city's content that comes as one zip: behind the zip's own guard, the manifest, the hash of each part and the words of the content are
// held against what they should be; only what the manifest names is unpacked, under names of ours. The parts themselves are judged
// later, each by the way of its kind.

import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BUNDLE_VERSION,
  type BundleEntry,
  MANIFEST,
  type Manifest,
  manifestHead,
  manifestSchema,
  type Unpacked,
  unpackedSchema,
} from '../../shared/booth/bundle.ts'
import { type BoothContent, filesOf } from '../../shared/booth/content.ts'
import { BUNDLE_MAX_MB } from '../../shared/booth/files.ts'
import { contentSchema } from '../../shared/booth/schema.ts'
import type { Remark } from '../../shared/model/summary.ts'
import { ModelFault, must, plainName, refuse } from './fault.ts'
import { readZip } from './guard/zip.ts'
import { partFile, UNPACKED_FILE } from './task.ts'

/** Neither list nor texts are longer; bytes. */
const JSON_MAX = 16 * 1024 * 1024

/** Unpacks into `out`; a fault where it is not what it should be. */
export async function unpackBundle(bytes: Uint8Array, out: string): Promise<Remark | null> {
  try {
    await unpack(bytes, out)
    return null
  } catch (thrown) {
    if (thrown instanceof ModelFault) return thrown.remark
    throw thrown
  }
}

async function unpack(bytes: Uint8Array, out: string): Promise<void> {
  const zip = readZip(bytes, BUNDLE_MAX_MB * 1024 * 1024)
  const manifest = manifestOf(zip)
  const content = contentOf(partOf(zip, manifest.content))
  const named = filesOf(content)
  const wanted = manifest.files.filter(({ sha256 }) => named.has(sha256))
  for (const hash of named) {
    must(
      wanted.some(({ sha256 }) => sha256 === hash),
      'model.import-damaged',
      { name: `files/${hash.slice(0, 12)}…` },
    )
  }
  const model = content.model.upload === null ? null : manifest.model
  if (content.model.upload !== null && !model) refuse('model.import-damaged', { name: 'model' })
  const parts = [...wanted.map((one) => ({ ...one, name: nameOf(one.path), unit: null })), ...(model ? [model] : [])]
  for (const [at, part] of parts.entries()) await writeFile(join(out, partFile(at)), partOf(zip, part))
  const unpacked: Unpacked = {
    ...{ city: manifest.city, made: manifest.made, content },
    parts: parts.map(({ name, sha256, bytes: size, unit }, at) => ({
      ...{ name: plainName(name), sha256, bytes: size, unit },
      kind: at < wanted.length ? 'file' : 'model',
    })),
  }
  await writeFile(join(out, UNPACKED_FILE), JSON.stringify(unpackedSchema.parse(unpacked)))
}

function manifestOf(zip: ReadonlyMap<string, Uint8Array>): Manifest {
  const raw = zip.get(MANIFEST)
  const told = raw && jsonOf(raw)
  const head = manifestHead.safeParse(told)
  if (!head.success) refuse('model.import-not-ours')
  must(head.data.version <= BUNDLE_VERSION, 'model.import-newer')
  const manifest = manifestSchema.safeParse(told)
  return manifest.success ? manifest.data : refuse('model.import-damaged', { name: MANIFEST })
}

function partOf(zip: ReadonlyMap<string, Uint8Array>, { path, sha256, bytes }: BundleEntry): Uint8Array {
  const found = zip.get(path)
  const same = found?.length === bytes && createHash('sha256').update(found).digest('hex') === sha256
  return found && same ? found : refuse('model.import-damaged', { name: plainName(path) })
}

function contentOf(raw: Uint8Array): BoothContent {
  const content = contentSchema.safeParse(jsonOf(raw))
  return content.success ? content.data : refuse('model.import-content')
}

function jsonOf(raw: Uint8Array): unknown {
  if (raw.length > JSON_MAX) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return undefined
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
