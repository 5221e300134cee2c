// From an assembly and its light to all files with their bytes.

import type { Assembly } from './assemble.ts'
import { bakeInputsOf } from './assemble.ts'
import type { Baked, Quality } from './light/bake.ts'
import { GLB_ORIGIN, LICENCE, lightPictures, type Made, manifestOf, manifestText, sumTriangles } from './write/files.ts'
import { writeGlb } from './write/glb.ts'
import { lightFrom, type MeshData } from './write/mesh-data.ts'

export const GLB_PATHS = {
  hall: 'models/hall/hall.glb',
  booths: 'models/booths/booths.glb',
  people: 'models/people/figure.glb',
} as const

/** The three GLBs of an assembly whose meshes have their light. */
export async function glbFiles({ meshes }: Assembly): Promise<Made[]> {
  const make = async (path: string, list: readonly MeshData[]): Promise<Made> => ({
    path,
    bytes: await writeGlb(list, LICENCE),
    triangles: sumTriangles(list),
    licence: LICENCE,
    origin: GLB_ORIGIN,
  })
  return [
    await make(GLB_PATHS.hall, meshes.hall),
    await make(GLB_PATHS.booths, meshes.booths),
    await make(GLB_PATHS.people, meshes.people),
  ]
}

/** Everything the build writes, the manifest last. */
export async function allFiles(assembly: Assembly, baked: Baked, quality: Quality): Promise<Made[]> {
  for (const [data, part] of assembly.partOf) lightFrom(data, (i) => baked.vertex(part, i))
  const files = [...(await glbFiles(assembly)), ...(await lightPictures(assembly.scene, assembly.packing, baked))]
  const manifest = manifestOf(files, bakeInputsOf(assembly.scene, quality))
  const bytes = new TextEncoder().encode(manifestText(manifest))
  return [...files, { path: 'models/manifest.json', bytes, triangles: 0, licence: LICENCE, origin: '' }]
}
