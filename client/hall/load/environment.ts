// The hall's own reflections: one picture of it with bright strips, turned into three's prefiltered environment.

import { LinearFilter, NoColorSpace, PMREMGenerator, Texture, type WebGLRenderer } from 'three'
import { loadBitmap } from './textures.ts'

/** Loads and prefilters; the caller disposes of the texture. */
export async function loadEnvironment(url: string, renderer: WebGLRenderer, signal: AbortSignal): Promise<Texture> {
  const bitmap = await loadBitmap(url, signal)
  const texture = new Texture(bitmap)
  texture.colorSpace = NoColorSpace
  texture.minFilter = texture.magFilter = LinearFilter
  texture.needsUpdate = true
  const generator = new PMREMGenerator(renderer)
  const target = generator.fromEquirectangular(texture)
  generator.dispose()
  texture.dispose()
  return target.texture
}
