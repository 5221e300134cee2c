// Transmission costs a second pass over the whole hall, so mid and far show it as alpha. A clear coat, sheen and what else is drawn in
// one pass stays, unless the level needs to bake its looks into one material.
import type { Document } from '@gltf-transform/core'
import type { Transmission } from '@gltf-transform/extensions'
import { readPixels } from './pixels.ts'
import { dropExtension } from './prepare.ts'
import { Texels } from './texel.ts'

const NEAR_ONLY = ['KHR_materials_transmission', 'KHR_materials_volume', 'KHR_materials_dispersion']

/** How much light comes through from behind, against what falls on the model: glass is darker than a surface of its colour. */
const BEHIND = 0.25

/**
 * Makes every material one that is drawn without a pass of its own. Glass takes its colour out of what is behind it: what is white
 * lets all through, what is dark or strongly coloured next to nothing. So coloured glass becomes darker and denser, clear glass thin.
 */
export async function plainGlass(document: Document): Promise<void> {
  for (const material of document.getRoot().listMaterials()) {
    const transmission = material.getExtension<Transmission>('KHR_materials_transmission')
    const factor = transmission?.getTransmissionFactor() ?? 0
    if (factor <= 0) continue
    const texture = material.getBaseColorTexture()
    const mean = texture ? new Texels(await readPixels(texture, MEAN_SIDE)).at(0.5, 0.5, Infinity) : [1, 1, 1, 1]
    const [red, green, blue, alpha] = material.getBaseColorFactor()
    const clear = Math.min(red * (mean[0] ?? 1), green * (mean[1] ?? 1), blue * (mean[2] ?? 1))
    const darker = 1 - factor * (1 - BEHIND)
    material
      .setAlphaMode('BLEND')
      .setBaseColorFactor([red * darker, green * darker, blue * darker, alpha * (1 - factor * CLEAREST * clear)])
  }
  for (const name of NEAR_ONLY) dropExtension(document, name)
}

const MEAN_SIDE = 64
/** The clearest glass still shows a little. */
const CLEAREST = 0.85
