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
import { freeze } from './steps/freeze.ts'
import { plainGlass } from './steps/glass.ts'
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

/** Makes one level. What stays over its budget is said as a finding. */
export async function makeLevel(
  io: PlatformIO,
  prepared: Document,
  level: Level,
  findings: Findings,
): Promise<LevelFile> {
  const shaped = cloneDocument(prepared)
  await shape(shaped, level)
  const budget = LEVEL_BUDGETS[level]
  let file: LevelFile | undefined
  for (const attempt of TRIES) {
    const document = await simplified(shaped, budget.triangles * attempt.triangles)
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

async function simplified(shaped: Document, triangles: number): Promise<Document> {
  const document = cloneDocument(shaped)
  if ((await simplifyTo(document, triangles, 'gentle')) <= triangles) return document
  const again = cloneDocument(shaped)
  await simplifyTo(again, triangles, 'strong')
  return again
}

async function shape(document: Document, level: Level): Promise<void> {
  if (level === 'near') {
    await document.transform(instance({ min: 5 }))
    await mergeParts(document)
  } else {
    await freeze(document)
    plainGlass(document)
    await mergeParts(document)
  }
  await tidyTriangles(document, level === 'near' ? 0.0005 : 0.001)
  await limitDrawCalls(document, LEVEL_BUDGETS[level].drawCalls)
}

async function write(io: PlatformIO, document: Document): Promise<LevelFile> {
  await document.transform(
    dedup(),
    prune({ keepSolidTextures: true, keepAttributes: false, keepLeaves: false }),
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
