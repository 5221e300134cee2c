// A city's whole content as one zip, to take along and to bring in again: what stands in it. Models go as they were uploaded, since
// whoever takes them in makes its own levels of them and believes none; files go as they are kept.

import { z } from 'zod'
import { isUnit } from '../model/units.ts'
import type { BoothContent } from './content.ts'
import { BUNDLE_MAX_MB } from './files.ts'
import { contentSchema } from './schema.ts'

export const BUNDLE_FORMAT = 'parlor-booth'
/** Rises when an older house could not read it any more. */
export const BUNDLE_VERSION = 1
export const MANIFEST = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const entry = z.object({
  /** Within the zip. */
  path: z.string().min(1).max(200),
  sha256,
  bytes: z
    .int()
    .min(0)
    .max(BUNDLE_MAX_MB * 1024 * 1024),
})

/** What a model's numbers are, where its city said so. */
const unit = z
  .string()
  .nullable()
  .default(null)
  .transform((told) => (told !== null && isUnit(told) ? told : null))

export const manifestSchema = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  /** Whose booth it was. */
  city: z.string().regex(/^[a-z-]{2,40}$/),
  /** When it was taken along, server ms. */
  made: z.int().min(0).max(4_102_444_800_000),
  /** The draft. */
  content: entry,
  /** What was on show, to be read; it is not brought in. */
  shown: entry.extend({ n: z.int().min(1) }).nullable(),
  /** The draft's model as it was uploaded, under its own name. */
  model: entry.extend({ name: z.string().min(1).max(80), unit }).nullable(),
  /** Pictures, PDFs and films that draft or shown version name by their hash. */
  files: z.array(entry).max(1_000),
})
export type Manifest = z.infer<typeof manifestSchema>
export type BundleEntry = z.infer<typeof entry>

/** What the manifest of any version begins with. */
export const manifestHead = z.object({ format: z.literal(BUNDLE_FORMAT), version: z.int().min(1) })

/** What a zip holds once it was looked at, part by part; the content still names files and model as they were there. */
export const unpackedSchema = z.object({
  city: manifestSchema.shape.city,
  made: manifestSchema.shape.made,
  content: contentSchema,
  parts: z
    .array(
      z.object({
        kind: z.enum(['file', 'model']),
        name: z.string().min(1).max(80),
        sha256,
        bytes: entry.shape.bytes,
        unit,
      }),
    )
    .max(1_001),
})
export type Unpacked = z.infer<typeof unpackedSchema>

/** A content that can be put into a city's draft: all it names is the city's. */
export const importedSchema = z.object({
  /** Whose booth it was, and when it was taken along. */
  city: manifestSchema.shape.city,
  made: manifestSchema.shape.made,
  content: contentSchema,
})
export type Imported = z.infer<typeof importedSchema>

/** The content with each file under its new hash; a file that has none stays. */
export function withFiles(content: BoothContent, hashes: ReadonlyMap<string, string>): BoothContent {
  return JSON.parse(JSON.stringify(content), (key, value: unknown) =>
    key === 'file' && typeof value === 'string' ? (hashes.get(value) ?? value) : value,
  ) as BoothContent
}
