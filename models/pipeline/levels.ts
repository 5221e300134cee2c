// The three levels of a prepared document, each from its own copy: near as good as it may be, mid and far standing
// still and held to few draw calls. A level that is still too heavy is tried again with less, then reported.
import type { Document, PlatformIO } from '@gltf-transform/core'
import { EXTMeshoptCompression } from '@gltf-transform/extensions'
import { cloneDocument, dedup, instance, prune, quantize, reorder } from '@gltf-transform/functions'
import { MeshoptEncoder } from 'meshoptimizer'
import { LEVEL_BUDGETS, type Level } from '../../shared/model/limits.ts'
import type { LevelFigures } from '../../shared/model/summary.ts'
import type { Findings } from './fault.ts'
import { measure } from './measure.ts'
import { bakeAtlas } from './steps/atlas/atlas.ts'
import { Source } from './steps/atlas/source.ts'
import { freeze } from './steps/freeze.ts'
import { plainGlass } from './steps/glass.ts'
import { dropHidden } from './steps/hidden.ts'
import { limitDrawCalls, mergeParts } from './steps/merge.ts'
import { simplifyTo, tidyTriangles } from './steps/simplify.ts'
import { packTextures } from './steps/textures.ts'

export interface LevelFile {
  readonly bytes: Uint8Array
  readonly figures: LevelFigures
}

/** How much is taken away at each try: triangles, sides of textures (halvings), WebP quality. */
const TRIES = [
  { triangles: 1, halvings: 0, quality: 80 },
  { triangles: 0.6, halvings: 0, quality: 65 },
  { triangles: 0.4, halvings: 1, quality: 65 },
  { triangles: 0.25, halvings: 2, quality: 60 },
] as const

const PRUNE = { keepSolidTextures: true, keepAttributes: false, keepLeaves: false }

/** Makes one level. What stays over its budget is said as a finding. */
export async function makeLevel(
  io: PlatformIO,
  prepared: Document,
  level: Level,
  findings: Findings,
): Promise<LevelFile> {
  const shaped = cloneDocument(prepared)
  const source = await shape(shaped, level)
  const budget = LEVEL_BUDGETS[level]
  let file: LevelFile | undefined
  for (const attempt of TRIES) {
    const document = await simplified(shaped, budget.triangles * attempt.triangles, source !== undefined)
    if (source) await bakeAtlas(document, source, budget.textureSide / 2 ** attempt.halvings)
    await document.transform(prune(PRUNE))
    await packTextures(document, {
      side: budget.textureSide / 2 ** attempt.halvings,
      quality: attempt.quality,
      gpuBytes: budget.textureBytes,
    })
    file = await write(io, document)
    if (file.bytes.length <= budget.bytes) break
  }
  if (!file) throw new Error('no level was made')
  sayMissed(level, file.figures, findings)
  return file
}

async function simplified(shaped: Document, triangles: number, baked: boolean): Promise<Document> {
  const document = cloneDocument(shaped)
  if (baked) {
    await simplifyTo(document, triangles, 'shape')
    return document
  }
  if ((await simplifyTo(document, triangles, 'gentle')) <= triangles) return document
  const again = cloneDocument(shaped)
  await simplifyTo(again, triangles, 'strong')
  return again
}

/** What an atlas is to be baked from, where the level wants one. */
async function shape(document: Document, level: Level): Promise<Source | undefined> {
  let whole: Document | undefined
  if (level === 'near') {
    await document.transform(instance({ min: 5 }))
    await mergeParts(document)
  } else {
    await freeze(document)
    await plainGlass(document)
    if (level === 'far') whole = cloneDocument(document)
    await mergeParts(document)
  }
  await tidyTriangles(document, level === 'near' ? 0.0005 : 0.001)
  const painted = await limitDrawCalls(document, LEVEL_BUDGETS[level].drawCalls)
  if (!whole || !painted) return undefined
  await dropHidden(document)
  return await Source.of(whole)
}

async function write(io: PlatformIO, document: Document): Promise<LevelFile> {
  await document.transform(
    dedup(),
    prune(PRUNE),
    reorder({ encoder: MeshoptEncoder, target: 'size' }),
    quantize({
      pattern: /^(POSITION|NORMAL|TEXCOORD|JOINTS|WEIGHTS|COLOR)(_\d+)?$/,
      quantizePosition: 14,
      quantizeNormal: 8,
      quantizeTexcoord: 12,
      quantizeColor: 16,
    }),
  )
  for (const property of [...document.getRoot().listNodes(), ...document.getRoot().listMeshes()]) property.setName('')
  for (const property of [...document.getRoot().listMaterials(), ...document.getRoot().listTextures()])
    property.setName('')
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.FILTER })
  document.getRoot().getAsset().generator = 'Parlor'
  const bytes = await io.writeBinary(document)
  return { bytes, figures: measure(document, bytes.length) }
}

function sayMissed(level: Level, figures: LevelFigures, findings: Findings): void {
  const budget = LEVEL_BUDGETS[level]
  const over = (['bytes', 'triangles', 'drawCalls', 'textureBytes'] as const).filter(
    (key) => figures[key] > budget[key],
  )
  for (const what of over) {
    findings.add(`model.found-over-${level}`, { level, what, count: figures[what], limit: budget[what] })
  }
}
