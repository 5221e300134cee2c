// When textures as KTX2 are better than as WebP: they stay small on the GPU, where WebP is unpacked to four bytes a pixel, but are
// longer as files. Pure.

import { LEVEL_BUDGETS } from './limits.ts'

/** What one texture is as KTX2, beside the WebP it was made from; bytes, on the GPU with all mips. */
export interface Candidate {
  readonly kind: 'colour' | 'normal' | 'data'
  /** Peak signal to noise against the WebP, over the channels that count, dB. */
  readonly psnr: number
  readonly bytes: { readonly before: number; readonly after: number }
  readonly textureBytes: { readonly before: number; readonly after: number }
}

/** Both near levels, and their textures on the GPU; bytes. */
export interface Offer {
  readonly before: { readonly bytes: number; readonly textureBytes: number }
  readonly after: { readonly bytes: number; readonly textureBytes: number }
}

/** A texture that lost more stays as it is, dB; of a normal, 36 is a degree and a half. */
const LEAST_PSNR = { colour: 34, normal: 36, data: 33 } as const
/** The file may be longer by this at most. */
const LONGER = 1.3
/** On the GPU at most this part of what it was … */
const PART = 0.5
/** … and so many bytes less: else it is not worth a second download. */
export const WORTH = 1024 * 1024

export const keepsEnough = ({ kind, psnr }: Pick<Candidate, 'kind' | 'psnr'>): boolean => psnr >= LEAST_PSNR[kind]

/** The longest a near level may become, bytes. */
const roomOf = (bytes: number): number => Math.min(bytes * LONGER, LEVEL_BUDGETS.near.bytes)

/** Which textures of a near level go in: those that spare most on the GPU for each byte of the file, as long as there is room. */
export function chooseTextures<T extends Candidate>(candidates: readonly T[], nearBytes: number): readonly T[] {
  const spared = ({ textureBytes }: T) => textureBytes.before - textureBytes.after
  const longer = ({ bytes }: T) => bytes.after - bytes.before
  // What even makes the file shorter comes first.
  const worth = (one: T) => (longer(one) <= 0 ? Number.POSITIVE_INFINITY : spared(one) / longer(one))
  let room = roomOf(nearBytes) - nearBytes
  return candidates
    .filter(keepsEnough)
    .toSorted((a, b) => (worth(b) === worth(a) ? longer(a) - longer(b) : worth(b) - worth(a)))
    .filter((one) => {
      if (longer(one) > room) return false
      room -= longer(one)
      return true
    })
}

/** Whether a near level with KTX2 goes in the place of the one with WebP. */
export const isBetter = ({ before, after }: Offer): boolean =>
  after.bytes <= roomOf(before.bytes) &&
  after.textureBytes <= before.textureBytes * PART &&
  before.textureBytes - after.textureBytes >= WORTH
