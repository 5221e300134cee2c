// The numbers that a booth model is held to: the upload, what a file may declare, and the budgets of the three levels.
// Reasons stand in SPEC.md (MODEL-…). Who measures a file is models/pipeline; who decides is judge.ts.

import { MODEL_PLACE } from '../hall/booth-plan.ts'

const MI = 1024 * 1024

/** What an uploaded file may hold. Bytes, counts, pixels. */
export const UPLOAD_LIMITS = {
  bytes: 300 * MI,
  jsonBytes: 20 * MI,
  jsonDepth: 64,
  zipEntries: 2_000,
  zipBytes: 320 * MI,
  accessorBytes: 512 * MI,
  accessors: 65_536,
  nodes: 20_000,
  nodeDepth: 128,
  scenes: 8,
  meshes: 20_000,
  primitives: 5_000,
  drawCalls: 5_000,
  triangles: 5_000_000,
  materials: 2_000,
  morphTargets: 64,
  joints: 512,
  skins: 256,
  instances: 10_000,
  images: 256,
  textures: 2_000,
  imagePixels: 67_108_864,
  imageSide: 16_384,
  allImagePixels: 1_024 * MI,
  animations: 64,
  channels: 2_000,
  /** World scale of a node, and the longest side of the whole in the file's own unit (1 mm … 1 km told in mm). */
  scaleMin: 1e-4,
  scaleMax: 1e4,
  sideMin: 1e-3,
  sideMax: 1e6,
} as const

export const LEVELS = ['near', 'mid', 'far'] as const
export type Level = (typeof LEVELS)[number]

export interface LevelBudget {
  readonly bytes: number
  readonly triangles: number
  readonly drawCalls: number
  /** Longest side of a texture, pixels. */
  readonly textureSide: number
  /** All textures as RGBA with mips, bytes. */
  readonly textureBytes: number
}

export const LEVEL_BUDGETS: Readonly<Record<Level, LevelBudget>> = {
  near: { bytes: 3 * MI, triangles: 100_000, drawCalls: 25, textureSide: 1024, textureBytes: 64 * MI },
  mid: { bytes: 0.8 * MI, triangles: 30_000, drawCalls: 8, textureSide: 512, textureBytes: 8 * MI },
  far: { bytes: 0.15 * MI, triangles: 5_000, drawCalls: 1, textureSide: 256, textureBytes: MI },
}

/** Above this a near level is refused instead of reported. Bytes. */
export const NEAR_BYTES_HARD = 5 * MI

/** A model stands inside this box on its platform: width (x), height (y), depth (z), metres. */
export const MODEL_BOX = { width: MODEL_PLACE.width, height: MODEL_PLACE.height, depth: MODEL_PLACE.depth } as const

/** Models whose longest side is under this are shown larger, up to `shownAs`. Metres. */
export const SMALL_MODEL = { under: 1.2, shownAs: 2.4 } as const
