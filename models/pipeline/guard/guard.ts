// All guards in order, before any library sees a byte. Gives a glTF that is safe to hand on (no extras, names, unknown
// extensions or outside addresses) with its bytes, and the summary that shared/model/judge decides by.
import { judge } from '../../../shared/model/judge.ts'
import type { ModelCounts, ModelSummary, Remark } from '../../../shared/model/summary.ts'
import { Findings, ModelFault } from '../fault.ts'
import { checkCompressed } from './compressed.ts'
import { openContainer } from './container.ts'
import { checkExtensions, sayWhatIsLeftBehind } from './extensions.ts'
import { type GltfJson, takeGltf } from './gltf-json.ts'
import { checkGraph } from './graph.ts'
import { checkImages } from './images.ts'
import { parseJson } from './json-text.ts'
import type { Picture } from './picture.ts'
import { checkReferences } from './references.ts'
import { resolveBuffers } from './resources.ts'
import { checkAccessors, checkSparseIndices, checkViews } from './views.ts'

export interface Guarded {
  readonly gltf: GltfJson
  readonly buffers: readonly (Uint8Array | undefined)[]
  readonly pictures: readonly Picture[]
  /** Set where the file told its unit: its numbers are in metres. */
  readonly metres: number | undefined
}

export type GuardAnswer =
  | { readonly ok: true; readonly guarded: Guarded; readonly summary: ModelSummary; readonly findings: Findings }
  | { readonly ok: false; readonly summary: ModelSummary }

/**
 * Reads an uploaded file as far as it can be read without a library; other formats become glTF on the way.
 * Never throws for what a file holds.
 * @param name tells the kind only where the bytes do not
 */
export async function guard(bytes: Uint8Array, name = ''): Promise<GuardAnswer> {
  const findings = new Findings()
  const summarise = (counts: ModelCounts | null, faults: Remark[]): ModelSummary => ({
    bytes: bytes.length,
    counts,
    faults,
    findings: findings.list(),
  })
  try {
    const { guarded, counts } = await read(bytes, name, findings)
    const summary = summarise(counts, [])
    // How large a file may be is the house's to say, not the reader's.
    const verdict = judge(summary, Number.POSITIVE_INFINITY)
    if (verdict.kind === 'accepted') return { ok: true, guarded, summary, findings }
    return { ok: false, summary: summarise(counts, [...verdict.faults]) }
  } catch (error) {
    if (error instanceof ModelFault) return { ok: false, summary: summarise(null, [error.remark]) }
    throw error
  }
}

async function read(
  bytes: Uint8Array,
  name: string,
  findings: Findings,
): Promise<{ guarded: Guarded; counts: ModelCounts }> {
  const container = await openContainer(bytes, name, findings)
  const raw = parseJson(container.json, findings)
  const gltf = takeGltf(raw)
  sayWhatIsLeftBehind(raw, findings)
  checkExtensions(gltf, findings)
  const buffers = resolveBuffers(gltf, container)
  checkViews(
    gltf,
    buffers.map((buffer) => buffer?.length),
  )
  const accessorBytes = checkAccessors(gltf)
  checkSparseIndices(gltf, buffers)
  checkCompressed(gltf, buffers)
  const references = checkReferences(gltf)
  const graph = checkGraph(gltf, findings)
  const { pictures, pixels } = await checkImages(gltf, container, buffers, findings)
  const counts: ModelCounts = {
    ...graph,
    ...references,
    accessorBytes,
    scenes: gltf.scenes.length,
    nodes: gltf.nodes.length,
    meshes: gltf.meshes.length,
    materials: gltf.materials.length,
    textures: gltf.textures.length,
    images: gltf.images.length,
    imagePixels: pixels,
    accessors: gltf.accessors.length,
    joints: gltf.skins.reduce((most, skin) => Math.max(most, skin.joints.length), 0),
    skins: gltf.skins.length,
    animations: gltf.animations.length,
  }
  return { guarded: { gltf, buffers, pictures, metres: container.metres }, counts }
}
