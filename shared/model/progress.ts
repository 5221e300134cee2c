// What a city sees of an upload on its way to the booth.

/** Stages of an upload, in order; `refused` may follow any of the first four. */
export const UPLOAD_STAGES = ['queued', 'checking', 'optimising', 'live', 'submitted', 'refused'] as const
export type UploadStage = (typeof UPLOAD_STAGES)[number]

export interface ModelProgress {
  readonly upload: string
  readonly city: string
  readonly stage: UploadStage
  /** Files before this one, while queued. */
  readonly place?: number
  /** Fault and finding codes (shared/model/judge), with values for their words. */
  readonly findings?: readonly { readonly code: string; readonly detail?: Readonly<Record<string, string | number>> }[]
  readonly report?: ModelReport
}

/** Before and after, per level. */
export interface ModelReport {
  readonly name: string
  readonly before: LevelFigures
  readonly near: LevelFigures
  readonly mid: LevelFigures
  readonly far: LevelFigures
}

export interface LevelFigures {
  readonly bytes: number
  readonly triangles: number
  readonly drawCalls: number
  /** GPU bytes of textures, with mips, uncompressed. */
  readonly textureBytes: number
}
