// Plain colours as vertex colours: exact, where a palette's byte per channel is a step off, which one sees on a whole white stand.
// Parts that differ in nothing else then share a material. Metal and roughness stay with the material.
import type { Accessor, Document, Material, Primitive } from '@gltf-transform/core'
import { primitivesOf } from './prepare.ts'
import { floatsOf } from './scene.ts'

/** Fewer colours than this stay as they are. */
const ENOUGH = 5

/** Moves base colours without a texture into the vertices of their parts. */
export function tintVertices(document: Document): void {
  const parts = primitivesOf(document).filter(isPlain)
  const materials = new Set(parts.flatMap((part) => part.getMaterial() ?? []))
  const colours = new Set([...materials].map((material) => material.getBaseColorFactor().join()))
  if (colours.size < ENOUGH) return
  for (const part of parts) tint(document, part)
  for (const material of materials) material.setBaseColorFactor([1, 1, 1, 1])
}

const isPlain = (part: Primitive) => {
  const material = part.getMaterial()
  return material !== null && !material.getBaseColorTexture() && !glows(material)
}

// Its picture keeps such a material apart from the others anyway.
const glows = (material: Material) =>
  material.getEmissiveTexture() !== null || material.getMetallicRoughnessTexture() !== null

function tint(document: Document, part: Primitive): void {
  const position = part.getAttribute('POSITION')
  const factor = part.getMaterial()?.getBaseColorFactor() ?? [1, 1, 1, 1]
  if (!position) return
  const count = position.getCount()
  const own = floatsOf(part, 'COLOR_0')
  const step = own ? own.length / count : 0
  const array = new Float32Array(count * 4)
  for (let at = 0; at < array.length; at++) {
    const k = at % 4
    array[at] = (factor[k] ?? 1) * (own && k < step ? (own[(at >> 2) * step + k] ?? 1) : 1)
  }
  const colours: Accessor = document.createAccessor().setType('VEC4').setArray(array).setBuffer(position.getBuffer())
  part.setAttribute('COLOR_0', colours)
}
