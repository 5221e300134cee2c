// The hall's own reflections: one equirectangular picture of it with bright strips, turned into three's prefiltered environment.

import {
  DataTexture,
  DataUtils,
  EquirectangularReflectionMapping,
  HalfFloatType,
  LinearFilter,
  LinearSRGBColorSpace,
  PMREMGenerator,
  type Texture,
  type WebGLRenderer,
} from 'three'

import { loadBitmap } from './textures.ts'

/** A byte b of the file is light (b/255)² · 16. */
const RANGE = 16

/** Loads and prefilters; the caller disposes of the texture. */
export async function loadEnvironment(url: string, renderer: WebGLRenderer, signal: AbortSignal): Promise<Texture> {
  const picture = decode(await loadBitmap(url, signal))
  const generator = new PMREMGenerator(renderer)
  const target = generator.fromEquirectangular(picture)
  generator.dispose()
  picture.dispose()
  return target.texture
}

/** Rows of the file run from straight up to straight down, those of three's texture the other way. */
function decode(bitmap: ImageBitmap): DataTexture {
  const { width, height } = bitmap
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('no canvas')
  pen.drawImage(bitmap, 0, 0)
  bitmap.close()
  const bytes = pen.getImageData(0, 0, width, height).data
  const half = Uint16Array.from({ length: 256 }, (_, b) => DataUtils.toHalfFloat((b / 255) ** 2 * RANGE))
  const one = DataUtils.toHalfFloat(1)
  const data = new Uint16Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x)
      const to = 4 * ((height - 1 - y) * width + x)
      for (let k = 0; k < 3; k++) data[to + k] = half[bytes[from + k] as number] as number
      data[to + 3] = one
    }
  }
  const texture = new DataTexture(data, width, height)
  texture.type = HalfFloatType
  texture.mapping = EquirectangularReflectionMapping
  texture.colorSpace = LinearSRGBColorSpace
  texture.minFilter = texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}
