// Uploads of booth models as the studio shows them: bytes on the way, then the server's stages, then the report or the refusal.

import { createStore } from 'zustand/vanilla'
import type { CityUploads, ModelProgress, UploadStage } from '../../shared/model/progress.ts'

export interface UploadRefusal {
  readonly code: string
  readonly detail?: Readonly<Record<string, string | number>>
  readonly fault?: string
}

export interface Upload {
  /** The server's name of it; null until it was told, and for bytes that it does not know of yet. */
  readonly id: string | null
  readonly city: string
  readonly kind: UploadKind
  readonly file: string
  readonly total: number
  readonly sent: number
  /** `sending` to `sent` is the way up; after that `progress` speaks. `waiting`: the line is lost, it goes on by itself. */
  readonly phase: 'sending' | 'waiting' | 'sent' | 'failed' | 'stopped'
  /** A code of shared/words: refusals or model. */
  readonly refusal: UploadRefusal | null
  readonly progress: ModelProgress | null
}

/** What the server has of a city: models that are not whole yet, and how much room is used, bytes. */
export type CityRoom = Pick<CityUploads, 'open' | 'used' | 'limit'>

/** A model, or a city's whole content in one zip. */
export type UploadKind = 'model' | 'import'

/** Where an upload stands in `byCity`: a city's model under the city itself, a whole content beside it. */
export const uploadKey = (city: string, kind: UploadKind = 'model'): string =>
  kind === 'model' ? city : `${city}/${kind}`

export interface UploadState {
  /** By city, or by `uploadKey`. */
  readonly byCity: Readonly<Record<string, Upload>>
  /** As last asked. */
  readonly rooms: Readonly<Record<string, CityRoom>>
}

type ByCity = Pick<UploadState, 'byCity'>

export const createUploadStore = () => createStore<UploadState>(() => ({ byCity: {}, rooms: {} }))

export const withRoom = ({ rooms }: Pick<UploadState, 'rooms'>, city: string, { open, used, limit }: CityRoom) => ({
  rooms: { ...rooms, [city]: { open, used, limit } },
})

/**
 * The upload that this very file goes on with, by length and by when it was changed last; where that is not known, by its name.
 * @param open what of the city is not whole yet
 */
export const partOfFile = (
  open: CityRoom['open'],
  { name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>,
  kind: UploadKind,
): string | null => {
  const same = (one: CityRoom['open'][number]) =>
    one.modified === null ? one.name === name : one.modified === lastModified
  return open.find((one) => one.kind === kind && one.bytes === size && same(one))?.upload ?? null
}

/** The state with one city's upload changed; nothing happens for a city without one. @param city or an `uploadKey` */
export function withUpload(state: ByCity, city: string, change: Partial<Upload>): ByCity {
  const upload = state.byCity[city]
  return upload ? { byCity: { ...state.byCity, [city]: { ...upload, ...change } } } : state
}

/** Whether it was refused for what it is, before the server took it: the same file again would be refused again. */
export const isTurnedAway = ({ phase, refusal }: Pick<Upload, 'phase' | 'refusal'>): boolean =>
  phase === 'failed' && /^(model|booth)\./.test(refusal?.code ?? '') && refusal?.code !== 'model.too-many'

const OVER: readonly UploadStage[] = ['ready', 'refused']

/**
 * Takes the server's word on an upload. That of another tab or a colleague is shown as well, but never in place of one's own
 * that is still on its way.
 */
export function withProgress(state: ByCity, progress: ModelProgress): ByCity {
  const kind = progress.kind ?? 'model'
  const key = uploadKey(progress.city, kind)
  const known = state.byCity[key]
  const own = known?.id === progress.upload
  const free = !known || known.phase === 'stopped' || (known.progress !== null && OVER.includes(known.progress.stage))
  if (!own && !free) return state
  if (known && own) return withUpload(state, key, { phase: 'sent', progress })
  const other: Upload = {
    id: progress.upload,
    city: progress.city,
    kind,
    file: progress.name,
    total: 0,
    sent: 0,
    phase: 'sent',
    refusal: null,
    progress,
  }
  return { byCity: { ...state.byCity, [key]: other } }
}
