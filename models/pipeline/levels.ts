// The three levels of a prepared document, each from its own copy: near as good as it may be, mid and far standing
// still and held to few draw calls. A level that is still too heavy is tried again with less, then reported.
import type { Document, PlatformIO } from '@gltf-transform/core'
import { EXTMeshoptCompression } from '@gltf-transform/extensions'
import { cloneDocument, dedup, instance, prune, quantize, reorder } from '@gltf-transform/functions'
import { MeshoptEncoder } from 'meshoptimizer'
import { LEVEL_BUDGETS, type Level } from '../../shared/model/limits.ts'
import type { LevelFigures } from '../../shared/model/summary.ts'
import type { Findings } from './fault.ts'
import { measure, trianglesOf } from './measure.ts'
import { bakeAtlas } from './steps/atlas/atlas.ts'
import { Source } from './steps/atlas/source.ts'
import { freeze } from './steps/freeze.ts'
import { plainGlass } from './steps/glass.ts'
import { dropHidden } from './steps/hidden.ts'
import { limitDrawCalls, mergeParts } from './steps/merge.ts'
import { primitivesOf } from './steps/prepare.ts'
import { simplifyTo, tidyTriangles } from './steps/simplify.ts'
import { packTextures } from './steps/textures.ts'
import { wholePlaces, wholePositions } from './steps/whole-numbers.ts'

export interface LevelFile {
  readonly bytes: Uint8Array
  readonly figures: LevelFigures
}

interface Attempt {
  /** Share of the budget's triangles. */
  readonly triangles: number
  /** Of the sides of textures. */
  readonly halvings: number
  /** WebP's. */
  readonly quality: number
}

/** How much is taken away at each try. */
const TRIES: readonly Attempt[] = [
  { triangles: 1, halvings: 0, quality: 80 },
  { triangles: 0.6, halvings: 0, quality: 65 },
  { triangles: 0.4, halvings: 1, quality: 65 },
  { triangles: 0.25, halvings: 2, quality: 60 },
]

/**
 * Near spends what an upload leaves room for on finer textures: up to a share of its bytes, and no more than so many. Tried only where
 * it is likely to fit.
 */
const FINE = { attempt: { triangles: 1, halvings: 0, quality: 98 }, share: 0.2, most: 1_000_000, likely: 0.5 } as const

/** Near of models with fewer triangles keeps all that can be seen; the others lose what shifts by less than a pixel. */
const FEW = 20_000

/** Of positions over a mesh's longest side: one less, and edges shift by what one sees. */
const POSITION_BITS = 14
const PRUNE = { keepSolidTextures: true, keepAttributes: false, keepLeaves: false }

/** Makes one level of a file of `uploaded` bytes. What stays over its budget is said as a finding. */
export async function makeLevel(
  io: PlatformIO,
  prepared: Document,
  level: Level,
  findings: Findings,
  uploaded: number,
): Promise<LevelFile> {
  const shaped = cloneDocument(prepared)
  const source = await shape(shaped, level)
  const budget = LEVEL_BUDGETS[level]
  const make = async (attempt: Attempt): Promise<LevelFile> => {
    const document = await simplified(shaped, budget.triangles * attempt.triangles, source !== undefined)
    const side = budget.textureSide / 2 ** attempt.halvings
    if (source) await bakeAtlas(document, source, side)
    await document.transform(prune(PRUNE))
    await packTextures(document, {
      side,
      quality: attempt.quality,
      gpuBytes: budget.textureBytes,
      exact: level === 'near',
    })
    return write(io, document)
  }
  let file: LevelFile | undefined
  for (const attempt of TRIES) {
    file = await make(attempt)
    if (file.bytes.length <= budget.bytes) break
  }
  if (!file) throw new Error('no level was made')
  const room = Math.min(FINE.most, FINE.share * uploaded)
  if (level === 'near' && file.figures.textures > 0 && file.bytes.length < room * FINE.likely) {
    const finer = await make(FINE.attempt)
    if (finer.bytes.length <= room) file = finer
  }
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
  const near = trianglesIn(document) <= FEW ? 0.00005 : 0.0005
  await tidyTriangles(document, level === 'near' ? near : 0.001)
  const painted = await limitDrawCalls(document, LEVEL_BUDGETS[level].drawCalls)
  if (!whole || !painted) return undefined
  if (trianglesIn(document) > LEVEL_BUDGETS[level].triangles) await dropHidden(document)
  return await Source.of(whole)
}

const trianglesIn = (document: Document): number =>
  primitivesOf(document).reduce((sum, part) => sum + trianglesOf(part), 0)

/** Of places on textures: a fourth of a texel of the largest, a sixteenth of small ones. */
function placeBits(document: Document): number {
  const sides = document
    .getRoot()
    .listTextures()
    .flatMap((texture) => texture.getSize() ?? [])
  return Math.max(...sides, 0) <= 64 ? 10 : 12
}

async function write(io: PlatformIO, document: Document): Promise<LevelFile> {
  const places = placeBits(document)
  await document.transform(
    dedup(),
    prune(PRUNE),
    reorder({ encoder: MeshoptEncoder, target: 'size' }),
    quantize({
      pattern: /^(POSITION|NORMAL|TEXCOORD|JOINTS|WEIGHTS|COLOR)(_\d+)?$/,
      quantizePosition: POSITION_BITS,
      quantizeNormal: 8,
      quantizeTexcoord: places,
      quantizeColor: 16,
    }),
  )
  wholePositions(document, POSITION_BITS)
  wholePlaces(document, places)
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
