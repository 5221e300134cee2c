// The baked maps: fetched and decoded off the main thread, uploaded as they are (no colour space, no mips, no flip).

import { LinearFilter, NoColorSpace, Texture } from 'three'

/** A picture as a texture of raw numbers. Throws when it can't be had. */
export async function loadMap(url: string, signal: AbortSignal): Promise<Texture> {
  const texture = new Texture(await loadBitmap(url, signal))
  texture.flipY = false
  texture.colorSpace = NoColorSpace
  texture.generateMipmaps = false
  texture.minFilter = texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}

/** Decoded without any conversion: the bytes are light, not colours. */
export async function loadBitmap(url: string, signal: AbortSignal): Promise<ImageBitmap> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return createImageBitmap(await response.blob(), { colorSpaceConversion: 'none', premultiplyAlpha: 'none' })
}
