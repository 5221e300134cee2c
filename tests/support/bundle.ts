// A city's whole content as the zip that a house gives along, made by hand: as it should be, or changed by a test.

import { createHash } from 'node:crypto'
import { type Zippable, zipSync } from 'fflate'
import type { BundleEntry, Manifest } from '../../shared/booth/bundle.ts'
import { type BoothContent, EMPTY_CONTENT, type ItemId } from '../../shared/booth/content.ts'
import type { UnitName } from '../../shared/model/units.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const LOGO = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#1f6f8b"/></svg>',
)
export const PLAN = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')

const both = (zh: string, en = '') => ({ zh, en })
const UPLOAD = 'upload-elsewhere' as NonNullable<BoothContent['model']['upload']>

export interface Bundle {
  readonly content: BoothContent
  /** By path; the manifest and the content as JSON. */
  readonly files: Readonly<Record<string, Uint8Array>>
}

/** Opening line, logo and a PDF at a spot; with a model where one is given. */
export function bundle(model?: Uint8Array, change: Partial<BoothContent> = {}, unit: UnitName | null = null): Bundle {
  const content: BoothContent = {
    ...EMPTY_CONTENT,
    front: {
      ...EMPTY_CONTENT.front,
      opening: both('放飞', 'Let it fly'),
      logo: { file: sha256(LOGO), alt: both('标志') },
    },
    model: { ...EMPTY_CONTENT.model, upload: model ? UPLOAD : null, x: model ? 1 : 0 },
    spots: [
      {
        ...{ id: 'spot-0001' as ItemId, name: both('入口'), at: { x: 0, y: 1, z: 0 } },
        shown: { kind: 'pdf', file: sha256(PLAN), filename: 'a.pdf', text: both('规划') },
      },
    ],
    ...change,
  }
  const parts = { 'files/logo.svg': LOGO, 'files/plan.pdf': PLAN, ...(model && { 'model/source.glb': model }) }
  const words = Buffer.from(JSON.stringify(content))
  const entry = (path: string, bytes: Uint8Array): BundleEntry => ({ path, sha256: sha256(bytes), bytes: bytes.length })
  const manifest: Manifest = {
    ...{ format: 'parlor-booth', version: 1, city: 'weifang', made: 1_700_000_000_000, shown: null },
    content: entry('content.json', words),
    model: model ? { ...entry('model/source.glb', model), name: '展台.glb', unit } : null,
    files: [entry('files/logo.svg', LOGO), entry('files/plan.pdf', PLAN)],
  }
  return { content, files: { 'manifest.json': asJson(manifest), 'content.json': words, ...parts } }
}

export const asJson = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
export const manifestOf = (files: Bundle['files']): Manifest =>
  JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as Manifest

/** The zip; `over` changes, adds, or with null removes files. */
export function zipped({ files }: Bundle, over: Readonly<Record<string, Uint8Array | null>> = {}): Uint8Array {
  const all = Object.entries({ ...files, ...over }).filter((one): one is [string, Uint8Array] => one[1] !== null)
  return zipSync(Object.fromEntries(all) as Zippable, { level: 0 })
}
