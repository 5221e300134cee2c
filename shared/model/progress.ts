// What a city sees of an upload on its way to the booth: told as `model:progressed`, and read at /api/models/<city>.
import type { CityFile } from '../booth/files.ts'
import type { ModelReport, Remark } from './summary.ts'

export type { LevelFigures, ModelReport } from './summary.ts'

/** Stages of an upload, in order; `refused` may follow any of the first three. What is ready stands in the booth's draft. */
export const UPLOAD_STAGES = ['queued', 'checking', 'optimising', 'ready', 'refused'] as const
export type UploadStage = (typeof UPLOAD_STAGES)[number]

export interface ModelProgress {
  readonly upload: string
  readonly city: string
  /** The file's name, fit to be shown. */
  readonly name: string
  readonly stage: UploadStage
  /** Where it is neither a model nor a file, but a city's whole content in one zip; ready, it can be put into the draft. */
  readonly kind?: 'import'
  /** Files before this one, while queued. */
  readonly place?: number
  /** Why it was refused, or what was mended and is worth saying; words in shared/words/model.ts. */
  readonly findings?: readonly Remark[]
  readonly report?: ModelReport
  /** What is ready, where it is a file beside the model. */
  readonly file?: CityFile
}

/** Where uploads go by the tus protocol; metadata: city, filename, `modified` (ms), and `kind`: `file` for what is
 * no model, `import` for a city's whole content. */
export const UPLOAD_PATH = '/api/models/upload'
/** Where a city's uploads and their reports are read. */
export const MODELS_PATH = '/api/models'

/** A model, or a whole content in one zip, of which a part is here: whoever has the same file goes on with it from there. */
export interface OpenUpload {
  readonly upload: string
  readonly kind: 'model' | 'import'
  readonly name: string
  readonly bytes: number
  /** How many of them are here. */
  readonly sent: number
  /** When the file was changed last, by its sender's disk, ms; tells one file from another of the same name and length. */
  readonly modified: number | null
  /** Bytes of it are coming just now. */
  readonly sending: boolean
}

/** Everything at /api/models/<city>, newest first. */
export interface CityUploads {
  readonly uploads: readonly ModelProgress[]
  readonly open: readonly OpenUpload[]
  /** A whole content that came as one zip: on its way, or what became of the last one within an hour. */
  readonly imported: ModelProgress | null
  /** Bytes that all the city's models and files take, and how many they may. */
  readonly used: number
  readonly limit: number
}
