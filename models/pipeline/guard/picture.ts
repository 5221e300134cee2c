// What is known of a picture once its header was read, and how large one may be.
import { UPLOAD_LIMITS } from '../../../shared/model/limits.ts'
import { must } from '../fault.ts'

export interface Picture {
  readonly bytes: Uint8Array
  readonly mimeType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/ktx2'
  readonly width: number
  readonly height: number
}

/** Refuses a picture that is too large to be decoded, by what its header says. */
export function mustBeModest(width: number, height: number, name: string): void {
  must(width > 0 && height > 0, 'model.image', { name })
  const fits = width * height <= UPLOAD_LIMITS.imagePixels && Math.max(width, height) <= UPLOAD_LIMITS.imageSide
  must(fits, 'model.image-size', { name, width, height })
}
