// Holds a document to a number of draw calls. Parts that share a material are joined; if that is not enough, the least
// telling parts are painted into vertex colours until the rest fits. Expects a frozen document when `limit` is small.
import type { Document, Material, Primitive } from '@gltf-transform/core'
import { dedup, flatten, join, palette, prune, weld } from '@gltf-transform/functions'
import { trianglesOf } from '../measure.ts'
import { Painter } from './paint.ts'
import { meshNodes } from './scene.ts'

const PRUNE = { keepSolidTextures: true, keepAttributes: false, keepLeaves: false }

/** Joins what shares a look; plain colours share one palette first. Marks palettes by their name. */
export async function mergeParts(document: Document): Promise<void> {
  const before = new Set(document.getRoot().listTextures())
  await document.transform(palette({ min: 5, blockSize: 4 }))
  for (const texture of document.getRoot().listTextures()) if (!before.has(texture)) texture.setName(PALETTE)
  await joinParts(document)
}

/** The name of textures that hold one block per colour: they are neither resized nor packed with loss. */
export const PALETTE = 'palette'

async function joinParts(document: Document): Promise<void> {
  await document.transform(dedup(), flatten(), join({ keepNamed: false, keepMeshes: false }), weld(), prune(PRUNE))
}

/** Brings the draw calls under the limit. */
export async function limitDrawCalls(document: Document, limit: number): Promise<void> {
  const parts = meshNodes(document).flatMap((node) => node.getMesh()?.listPrimitives() ?? [])
  if (parts.length <= limit) return
  const kept = new Set(byWeight(parts).slice(0, Math.max(0, limit - 2)))
  const glassy = (part: Primitive) => part.getMaterial()?.getAlphaMode() === 'BLEND'
  const rest = parts.filter((part) => !kept.has(part))
  const painter = new Painter(document)
  const solid = paintedMaterial(document, rest, false)
  const clear = limit > 1 ? paintedMaterial(document, rest, true) : solid
  for (const part of rest) await painter.paint(part, glassy(part) ? clear : solid)
  await joinParts(document)
}

// What loses most by being painted comes first: textures, then the number of triangles.
function byWeight(parts: readonly Primitive[]): Primitive[] {
  const weight = (part: Primitive) => {
    const textured = part.getMaterial()?.getBaseColorTexture() !== null && part.getAttribute('TEXCOORD_0') !== null
    return trianglesOf(part) + (textured ? 1e7 : 0)
  }
  return [...parts].sort((a, b) => weight(b) - weight(a))
}

function paintedMaterial(document: Document, parts: readonly Primitive[], clear: boolean): Material {
  const mean = (read: (material: Material) => number, fallback: number) => {
    let [sum, count] = [0, 0]
    for (const part of parts) {
      const material = part.getMaterial()
      sum += (material ? read(material) : fallback) * trianglesOf(part)
      count += trianglesOf(part)
    }
    return count > 0 ? sum / count : fallback
  }
  return document
    .createMaterial()
    .setRoughnessFactor(
      Math.max(
        0.4,
        mean((material) => material.getRoughnessFactor(), 1),
      ),
    )
    .setMetallicFactor(
      Math.min(
        0.5,
        mean((material) => material.getMetallicFactor(), 0),
      ),
    )
    .setDoubleSided(parts.some((part) => part.getMaterial()?.getDoubleSided()))
    .setAlphaMode(clear ? 'BLEND' : 'OPAQUE')
}
