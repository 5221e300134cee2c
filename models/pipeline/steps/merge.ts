// Holds a document to a number of draw calls. Parts that share a material are joined; if that is not enough, the least
// telling parts are painted into vertex colours until the rest fits. Expects a frozen document when `limit` is small.
import type { Document, Primitive } from '@gltf-transform/core'
import { dedup, flatten, join, palette, prune, weld } from '@gltf-transform/functions'
import { addBackside, areaOf } from './faces.ts'
import { PALETTE, Painter } from './paint.ts'
import { meshNodes } from './scene.ts'
import { tintVertices } from './tint.ts'

const PRUNE = { keepSolidTextures: true, keepAttributes: false, keepLeaves: false }

/** Joins what shares a look; plain colours share one palette first. Marks palettes by their name. */
export async function mergeParts(document: Document): Promise<void> {
  tintVertices(document)
  const before = new Set(document.getRoot().listTextures())
  await document.transform(palette({ min: 5, blockSize: 4 }))
  for (const texture of document.getRoot().listTextures()) if (!before.has(texture)) texture.setName(PALETTE)
  await joinParts(document)
}

async function joinParts(document: Document): Promise<void> {
  await document.transform(dedup(), flatten(), join({ keepNamed: false, keepMeshes: false }), weld(), prune(PRUNE))
}

/** Brings the draw calls under the limit. Says whether parts had to be painted for it. */
export async function limitDrawCalls(document: Document, limit: number): Promise<boolean> {
  const parts = meshNodes(document).flatMap((node) => node.getMesh()?.listPrimitives() ?? [])
  if (parts.length <= limit) return false
  const kept = new Set(byWeight(parts).slice(0, Math.max(0, limit - 2)))
  const rest = parts.filter((part) => !kept.has(part))
  const [clear, solid] = [rest.filter(isGlassy), rest.filter((part) => !isGlassy(part))]
  if (limit > 1) {
    await paintAs(document, solid, false)
    await paintAs(document, clear, true)
  } else await paintAs(document, asSolid(solid, clear), false)
  await joinParts(document)
  return true
}

// With one draw call there is none for glass: what one sees through is left out, the rest becomes solid.
function asSolid(solid: Primitive[], clear: readonly Primitive[]): Primitive[] {
  const thick = clear.filter((part) => (part.getMaterial()?.getAlpha() ?? 1) >= 0.5)
  if (solid.length + thick.length === 0) return [...clear]
  for (const part of clear) if (!thick.includes(part)) part.dispose()
  return [...solid, ...thick]
}

const isGlassy = (part: Primitive) => part.getMaterial()?.getAlphaMode() === 'BLEND'

// What loses most by being painted comes first: large textured faces, then large plain ones.
function byWeight(parts: readonly Primitive[]): Primitive[] {
  const weight = new Map<Primitive, number>()
  for (const part of parts) {
    const textured = part.getMaterial()?.getBaseColorTexture() && part.getAttribute('TEXCOORD_0')
    weight.set(part, areaOf(part) * (textured ? 1000 : 1))
  }
  return [...parts].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0))
}

async function paintAs(document: Document, parts: readonly Primitive[], clear: boolean): Promise<void> {
  if (parts.length === 0) return
  const painter = new Painter(document)
  const { metal, rough } = await painter.meanFinish(parts)
  const twoSided = parts.filter((part) => part.getMaterial()?.getDoubleSided())
  const all = twoSided.length === parts.length
  const material = document
    .createMaterial()
    .setRoughnessFactor(Math.max(0.4, rough))
    .setMetallicFactor(metal)
    .setDoubleSided(all)
    .setAlphaMode(clear ? 'BLEND' : 'OPAQUE')
  for (const part of parts) await painter.paint(part, material)
  // A room without its ceiling must stay open from above: only parts that had two sides get a second one.
  if (!all) for (const part of twoSided) addBackside(part)
}
