// What is known of an uploaded file after the checks, and what is said of it: remarks, numbers per level, the report.
// Schemas, because it comes out of a child process that a bad file may have got hold of. Decisions are in judge.ts.
import { z } from 'zod'

/** A code of shared/words/model.ts, with what its words need. */
export const remarkSchema = z.object({
  code: z.string().regex(/^model\.[a-z0-9-]{1,60}$/),
  detail: z.record(z.string().max(40), z.union([z.number(), z.string().max(200)])),
})
export type Remark = z.infer<typeof remarkSchema>

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)

/** Counts of a file as declared. Each is held against UPLOAD_LIMITS by the judge. */
export const countsSchema = z.object({
  scenes: count,
  nodes: count,
  nodeDepth: count,
  meshes: count,
  primitives: count,
  drawCalls: count,
  triangles: count,
  materials: count,
  textures: count,
  images: count,
  imagePixels: count,
  accessors: count,
  accessorBytes: count,
  morphTargets: count,
  joints: count,
  skins: count,
  instances: count,
  animations: count,
  channels: count,
})
export type ModelCounts = z.infer<typeof countsSchema>

export const summarySchema = z.object({
  bytes: count,
  counts: countsSchema.nullable(),
  /** What makes the file unfit, in the order found. The first one ends the reading. */
  faults: z.array(remarkSchema).max(50),
  /** What was mended, dropped or is worth saying. */
  findings: z.array(remarkSchema).max(200),
})
export type ModelSummary = z.infer<typeof summarySchema>

/** Figures of one file. Triangles and draw calls as drawn; textures as RGBA on the GPU with mips, bytes. */
export const figuresSchema = z.object({
  bytes: count,
  triangles: count,
  drawCalls: count,
  materials: count,
  textures: count,
  textureBytes: count,
})
export type LevelFigures = z.infer<typeof figuresSchema>

/** Before and after, per level. */
export const reportSchema = z.object({
  /** The file's name as uploaded, fit to be shown. */
  name: z.string().max(80),
  before: figuresSchema,
  near: figuresSchema,
  mid: figuresSchema,
  far: figuresSchema,
  /** Width, height, depth as it stands on the platform, metres. */
  size: z.tuple([z.number(), z.number(), z.number()]),
})
export type ModelReport = z.infer<typeof reportSchema>

/** Width and height of a picture that was taken, pixels; null for other files. */
const side = z.int().min(1).max(16_384).nullable()

const sizes = z.object({ bytes: count, textureBytes: count })

/** What the child process answers; the report only where three levels were made, `file` only where a city's file was taken. */
export const inspectedSchema = z.object({
  summary: summarySchema,
  report: reportSchema.nullable(),
  file: z.object({ width: side, height: side }).nullable(),
  /** Of a near level with KTX2: it and the one before, as files and on the GPU, bytes. */
  ktx2: z.object({ before: sizes, after: sizes }).nullable().optional(),
})
export type Inspected = z.infer<typeof inspectedSchema>
