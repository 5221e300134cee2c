// What is known of an uploaded file after the checks, and what is said of it: remarks, numbers per level, the report.
// Schemas, because it comes out of a child process that a bad file may have got hold of. Decisions are in judge.ts.
import { z } from 'zod'

/** A code of shared/words/model.ts with the values its words need. */
export const remarkSchema = z.object({
  code: z.string().regex(/^model-[a-z0-9-]{1,60}$/),
  values: z.record(z.string().max(40), z.union([z.number(), z.string().max(200)])),
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

/** Numbers of one file. Bytes; triangles and draw calls as drawn; texture memory as RGBA with mips. */
export const numbersSchema = z.object({
  bytes: count,
  triangles: count,
  drawCalls: count,
  materials: count,
  textures: count,
  textureGpuBytes: count,
})
export type ModelNumbers = z.infer<typeof numbersSchema>

const metres = z.number().finite()

export const reportSchema = z.object({
  before: numbersSchema,
  levels: z.object({ near: numbersSchema, mid: numbersSchema, far: numbersSchema }),
  /** Width, height, depth as it stands on the platform, metres. */
  size: z.tuple([metres, metres, metres]),
  findings: z.array(remarkSchema).max(200),
})
export type ModelReport = z.infer<typeof reportSchema>

const levelFileSchema = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), bytes: count })

/** A booth's model as everybody in the hall gets it: files by content hash, to be had at /files/<hash>. */
export const boothModelSchema = z.object({
  id: z.string().min(1).max(64),
  city: z.string().min(1).max(64),
  levels: z.object({ near: levelFileSchema, mid: levelFileSchema, far: levelFileSchema }),
  size: z.tuple([metres, metres, metres]),
})
export type BoothModel = z.infer<typeof boothModelSchema>

/** A booth model's way: a draft of the city, submitted to the house, approved and live. */
export const MODEL_STATES = ['draft', 'submitted', 'approved'] as const
export type ModelState = (typeof MODEL_STATES)[number]

/** Where an upload is on its way into the hall. */
export const UPLOAD_STAGES = ['uploading', 'queued', 'checking', 'optimising', 'live', 'waiting', 'refused'] as const
export type UploadStage = (typeof UPLOAD_STAGES)[number]

/** Told to the city's staff as `model:progressed`, and readable at /api/models/:city. */
export const progressSchema = z.object({
  upload: z.string(),
  city: z.string(),
  name: z.string(),
  stage: z.enum(UPLOAD_STAGES),
  /** Place in the queue, 1 is next; only while queued. */
  place: z.number().int().positive().optional(),
  /** Why it was refused. */
  remark: remarkSchema.optional(),
  report: reportSchema.optional(),
})
export type ModelProgress = z.infer<typeof progressSchema>
