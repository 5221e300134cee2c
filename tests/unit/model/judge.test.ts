// The judge decides by numbers alone: these are made up, no file is read.

import { describe, expect, it } from 'vitest'
import { judge, judgeCounts } from '../../../shared/model/judge.ts'
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import type { ModelCounts, ModelSummary } from '../../../shared/model/summary.ts'

const COUNTS: ModelCounts = {
  scenes: 1,
  nodes: 10,
  nodeDepth: 3,
  meshes: 5,
  primitives: 5,
  drawCalls: 5,
  triangles: 1000,
  materials: 2,
  textures: 1,
  images: 1,
  imagePixels: 1024 * 1024,
  accessors: 20,
  accessorBytes: 100_000,
  morphTargets: 0,
  joints: 0,
  skins: 0,
  instances: 0,
  animations: 0,
  channels: 0,
}

const summary = (over: Partial<ModelSummary> = {}): ModelSummary => ({
  bytes: 1000,
  counts: COUNTS,
  faults: [],
  findings: [],
  ...over,
})

describe('judge', () => {
  it('[MODEL-20] accepts a file within every limit, with its findings', () => {
    const findings = [{ code: 'model.found-turned-up', detail: {} }]
    expect(judge(summary({ findings }))).toEqual({ kind: 'accepted', findings })
  })

  it('[MODEL-20] takes each count at its limit and refuses one more, with count and limit', () => {
    for (const key of Object.keys(COUNTS) as (keyof ModelCounts)[]) {
      const limit = key === 'imagePixels' ? UPLOAD_LIMITS.allImagePixels : UPLOAD_LIMITS[key]
      expect(judgeCounts({ [key]: limit })).toEqual([])
      expect(judgeCounts({ [key]: limit + 1 })).toMatchObject([{ detail: { count: limit + 1, limit } }])
    }
  })

  it('[MODEL-20] refuses for what was found while reading, whatever the counts say', () => {
    const faults = [{ code: 'model.truncated', detail: {} }]
    expect(judge(summary({ faults, counts: null }))).toEqual({ kind: 'refused', faults })
    expect(judge(summary({ faults }))).toEqual({ kind: 'refused', faults })
  })

  it('[MODEL-20] refuses a file over the size, an empty scene, and a summary that knows nothing', () => {
    const code = (over: Partial<ModelSummary>) => {
      const verdict = judge(summary(over))
      return verdict.kind === 'refused' ? verdict.faults[0]?.code : 'accepted'
    }
    expect(code({ bytes: UPLOAD_LIMITS.bytes + 1 })).toBe('model.too-large')
    expect(judge(summary({ bytes: 2000 }), 1999)).toMatchObject({ kind: 'refused' })
    expect(code({ counts: { ...COUNTS, drawCalls: 0 } })).toBe('model.empty-scene')
    expect(code({ counts: null })).toBe('model.not-gltf')
  })
})
