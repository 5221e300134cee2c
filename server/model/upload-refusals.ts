// What an upload is refused with, and how that is carried through tus, which knows only status and body.

import { EXPORT_CODES, type ExportCode } from '../../shared/model/formats.ts'
import type { RefusalDetail } from '../../shared/protocol/refusal.ts'

/** Codes of shared/words/model.ts that the upload route itself answers with. */
export type UploadRefusalCode =
  | 'model.too-large'
  | 'model.wrong-type'
  | 'model.too-many'
  | 'model.quota'
  | 'model.file-type'
  | 'model.file-too-large'
  | 'model.import-type'
  | ExportCode

/** The same form as every other refusal. */
export interface ModelRefusal {
  readonly ok: false
  readonly code: UploadRefusalCode
  readonly detail?: RefusalDetail
}

export const modelRefusal = (code: UploadRefusalCode, detail?: RefusalDetail): ModelRefusal =>
  detail ? { ok: false, code, detail } : { ok: false, code }

export const STATUS: Readonly<Record<string, number>> = {
  'model.too-large': 413,
  'model.wrong-type': 415,
  ...Object.fromEntries(EXPORT_CODES.map((code) => [code, 415])),
  'model.too-many': 429,
  'model.quota': 413,
  'model.file-type': 415,
  'model.file-too-large': 413,
  'model.import-type': 415,
  'storage.full': 507,
  'storage.failed': 503,
}

/** Ends a tus request with a refusal. */
export class TusRefusal extends Error {
  readonly refusal: { readonly ok: false; readonly code: string; readonly detail?: RefusalDetail }
  constructor(refusal: TusRefusal['refusal']) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** A file's name as it may be kept and shown: the last part of a path, no control or direction characters, ≤ 80. */
export function fileName(sent: string): string {
  const last = sent.slice(-400).split(/[\\/]/).at(-1) ?? ''
  const clean = last.normalize('NFC').replace(/[\p{C}<>"'`{}]/gu, '')
  return clean.length > 80 ? clean.slice(-80) : clean
}
