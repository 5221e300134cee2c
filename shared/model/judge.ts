// Decides about an uploaded file from its summary: accepted, accepted with findings, or refused with codes. Pure.
// It never sees the file; models/pipeline reads it, inside a child process, and calls this before any library does.
import { UPLOAD_LIMITS } from './limits.ts'
import type { ModelCounts, ModelSummary, Remark } from './summary.ts'

export type Verdict =
  | { readonly kind: 'accepted'; readonly findings: readonly Remark[] }
  | { readonly kind: 'refused'; readonly faults: readonly Remark[] }

// What is counted → the code that says there is too much of it.
const COUNTED = {
  scenes: 'model.scenes',
  nodes: 'model.node-count',
  nodeDepth: 'model.node-depth',
  meshes: 'model.mesh-count',
  primitives: 'model.draw-calls',
  drawCalls: 'model.draw-calls',
  triangles: 'model.triangles',
  materials: 'model.material-count',
  textures: 'model.image-count',
  images: 'model.image-count',
  accessors: 'model.accessor-count',
  accessorBytes: 'model.accessor-bomb',
  morphTargets: 'model.morph',
  joints: 'model.skin',
  skins: 'model.skin',
  instances: 'model.instances',
  animations: 'model.animation',
  channels: 'model.animation',
} as const satisfies Partial<Record<keyof ModelCounts, string>>

/** Every count above its limit, as faults with `count` and `limit`. Counts that are not known yet may be left out. */
export function judgeCounts(counts: Partial<ModelCounts>): Remark[] {
  const faults: Remark[] = []
  for (const key of Object.keys(COUNTED) as (keyof typeof COUNTED)[]) {
    const found = counts[key]
    const limit: number = UPLOAD_LIMITS[key]
    if (found !== undefined && found > limit) faults.push({ code: COUNTED[key], detail: { count: found, limit } })
  }
  if ((counts.imagePixels ?? 0) > UPLOAD_LIMITS.allImagePixels) {
    const detail = { count: counts.imagePixels ?? 0, limit: UPLOAD_LIMITS.allImagePixels }
    faults.push({ code: 'model.image-pixels', detail })
  }
  return faults
}

/**
 * The answer to an uploaded file. Faults found while reading come first; then every limit that is passed.
 * @param maxBytes the house's own limit of a file's size
 */
export function judge(summary: ModelSummary, maxBytes: number = UPLOAD_LIMITS.bytes): Verdict {
  const faults = [...summary.faults]
  if (summary.bytes > maxBytes) {
    faults.unshift({ code: 'model.too-large', detail: { limit: Math.floor(maxBytes / 1024 / 1024) } })
  }
  if (summary.counts) {
    for (const fault of judgeCounts(summary.counts)) {
      if (!faults.some((known) => known.code === fault.code)) faults.push(fault)
    }
    if (faults.length === 0 && summary.counts.drawCalls === 0) faults.push({ code: 'model.empty-scene', detail: {} })
  } else if (faults.length === 0) {
    faults.push({ code: 'model.not-gltf', detail: {} })
  }
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'accepted', findings: summary.findings }
}
