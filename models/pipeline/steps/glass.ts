// Transmission costs a second pass over the whole hall, so mid and far show it as alpha. Other fine effects that only
// show from near go as well.
import type { Document } from '@gltf-transform/core'
import type { Transmission } from '@gltf-transform/extensions'
import { dropExtension } from './prepare.ts'

const NEAR_ONLY = [
  'KHR_materials_transmission',
  'KHR_materials_volume',
  'KHR_materials_dispersion',
  'KHR_materials_iridescence',
  'KHR_materials_anisotropy',
  'KHR_materials_clearcoat',
  'KHR_materials_sheen',
]

/** Makes every material one that is drawn in a single pass. */
export function plainGlass(document: Document): void {
  for (const material of document.getRoot().listMaterials()) {
    const transmission = material.getExtension<Transmission>('KHR_materials_transmission')
    const factor = transmission?.getTransmissionFactor() ?? 0
    if (factor <= 0) continue
    material.setAlphaMode('BLEND').setAlpha(material.getAlpha() * (1 - 0.25 * factor))
  }
  for (const name of NEAR_ONLY) dropExtension(document, name)
}
