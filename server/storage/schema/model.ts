// Rows of uploads on their way to a booth, and of the booth models made of them.

export interface ModelUploadTable {
  /** Also the upload's id by tus. */
  id: string
  city: string
  person: string
  /** A model for the booth, a file beside it, or a whole content in one zip. */
  kind: 'model' | 'file' | 'import'
  /** The file's name, fit to be shown. */
  name: string
  /** Declared length; null while it is deferred. */
  bytes: number | null
  stage: 'uploading' | 'queued' | 'checking' | 'optimising' | 'ready' | 'refused'
  /** Hash of the uploaded file once it was read again as a whole (of one made anew, from the beginning); of an import, of the content it came to. */
  source: string | null
  /** JSON list of remarks: why it was refused, or what was mended. */
  findings: string | null
  /** JSON, shared/model/summary. */
  report: string | null
  /** JSON of CityFile (shared/booth/files), once a file is ready. */
  file: string | null
  /** What its numbers are, where the city said so (shared/model/units). */
  unit: string | null
  made_at: number
  /** When the upload was complete; the queue's order. */
  queued_at: number | null
  changed_at: number
}

export interface BoothModelTable {
  id: string
  city: string
  upload: string
  /** JSON of shared/booth BoothModel. */
  model: string
  made_at: number
  changed_at: number
}

export interface CityFileTable {
  city: string
  hash: string
  bytes: number
  made_at: number
}

export interface ModelTables {
  model_upload: ModelUploadTable
  city_file: CityFileTable
  booth_model: BoothModelTable
}
