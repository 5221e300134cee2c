// What goes along when a city takes its booth with it: draft, shown version, every file they name, the model as it was uploaded, and
// a manifest with the hash of each. The three levels stay: whoever takes it in makes its own.

import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { BUNDLE_FORMAT, BUNDLE_VERSION, type BundleEntry, MANIFEST, type Manifest } from '../../shared/booth/bundle.ts'
import { type BoothContent, filesOf } from '../../shared/booth/content.ts'
import type { Clock } from '../../shared/kit/clock.ts'
import type { Files } from '../files/files.ts'
import { typeOf } from '../http/sniff.ts'
import type { Models } from '../model/models.ts'
import type { BoothLives } from './booth-lives.ts'
import { contentOf } from './life-store.ts'
import type { ZipEntry } from './zip.ts'

export interface ExportDeps {
  readonly lives: Pick<BoothLives, 'draft' | 'life' | 'version'>
  readonly models: Pick<Models, 'source'>
  readonly files: Pick<Files, 'path' | 'open' | 'has'>
  readonly clock: Clock
}

export interface Export {
  readonly manifest: Manifest
  /** In the order of the zip; the manifest first. */
  readonly entries: readonly ZipEntry[]
  readonly bytes: number
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/webp': '.webp',
  'application/pdf': '.pdf',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
}

/** Null where there is no such booth. */
export async function exportOf(booth: string, deps: ExportDeps): Promise<Export | null> {
  const { lives, models, files, clock } = deps
  const draft = await lives.draft(booth)
  if (!draft) return null
  const { content, source } = await goingAlong(booth, contentOf(draft), models)
  const n = lives.life(booth)?.shown ?? null
  const shown = n === null ? null : await lives.version(booth, n)
  const texts = { content: textEntry('content.json', content), shown: shown && textEntry('shown.json', shown) }
  const kept: BundleEntry[] = []
  const hashes = new Set([...filesOf(content), ...(shown ? filesOf(shown) : [])])
  for (const hash of hashes) {
    if (await files.has(hash)) kept.push(await fileEntry(`files/${hash}`, hash, deps))
  }
  const path = source && `model/source${modelEnding(source.name)}`
  const model =
    source && path ? { ...(await sized(path, source.hash, deps)), name: source.name, unit: source.unit } : null
  const manifest: Manifest = {
    ...{ format: BUNDLE_FORMAT, version: BUNDLE_VERSION, city: booth, made: clock() },
    ...{ content: texts.content.entry, shown: texts.shown && n ? { ...texts.shown.entry, n } : null },
    ...{ model, files: kept },
  }
  const stored = [...kept, ...(model ? [model] : [])]
  const entries: ZipEntry[] = [
    { path: MANIFEST, source: Buffer.from(JSON.stringify(manifest, null, 2)) },
    ...[texts.content, texts.shown].flatMap((text) => (text ? [{ path: text.entry.path, source: text.bytes }] : [])),
    ...stored.map(({ path: name, sha256 }) => ({ path: name, source: lazily(() => files.open(sha256)) })),
  ]
  return { manifest, entries, bytes: stored.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** A model of which nothing is left but its levels stays: nobody could make it anew. */
async function goingAlong(booth: string, draft: BoothContent, models: ExportDeps['models']) {
  const { upload } = draft.model
  const source = upload === null ? null : await models.source(booth, upload)
  return { source, content: source ? draft : { ...draft, model: { ...draft.model, upload: null } } }
}

function textEntry(path: string, content: unknown): { readonly entry: BundleEntry; readonly bytes: Uint8Array } {
  const bytes = Buffer.from(JSON.stringify(content, null, 2))
  return { entry: { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }, bytes }
}

async function fileEntry(path: string, hash: string, deps: ExportDeps): Promise<BundleEntry> {
  return await sized(path + (ENDINGS[await typeOf(deps.files.path(hash))] ?? ''), hash, deps)
}

async function sized(path: string, sha256: string, { files }: ExportDeps): Promise<BundleEntry> {
  return { path, sha256, bytes: (await stat(files.path(sha256))).size }
}

/** A zip within a zip is taken in nowhere: one that was uploaded goes without its ending; its name is in the manifest. */
const modelEnding = (name: string): string => {
  const ending = extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,5}$/.test(ending) && ending !== '.zip' ? ending : ''
}

/** A file is opened when its turn comes: hundreds at once would be too many. */
async function* lazily(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* open()
}
