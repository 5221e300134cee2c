// From an assembly and its light to all files with their bytes.

import type { Assembly, GlbName } from './assemble.ts'
import { bakeInputsOf } from './assemble.ts'
import type { Baked, Quality } from './light/bake.ts'
import {
  GLB_ORIGIN,
  LICENCE,
  lightPicture,
  lightPictures,
  type Made,
  type Manifest,
  manifestOf,
  manifestText,
  sumTriangles,
} from './write/files.ts'
import { readLight, writeGlb } from './write/glb.ts'
import { lightFrom, type MeshData } from './write/mesh-data.ts'

export const GLB_PATHS = {
  hall: 'models/hall/hall.glb',
  boothsFar: 'models/booths/booths-far.glb',
  booths: 'models/booths/booths.glb',
  people: 'models/people/figure.glb',
} as const satisfies Record<GlbName, string>

/** The GLBs of an assembly whose meshes have their light. */
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
    await make(GLB_PATHS.boothsFar, meshes.boothsFar),
    await make(GLB_PATHS.booths, meshes.booths),
    await make(GLB_PATHS.people, meshes.people),
  ]
}

/** Puts the light of the committed GLBs into an assembly's meshes; answers a line for each mesh whose vertices are others. */
export async function takeLight({ meshes }: Assembly, read: (path: string) => Promise<Uint8Array>): Promise<string[]> {
  const faults: string[] = []
  for (const [name, path] of Object.entries(GLB_PATHS)) {
    const light = await readLight(await read(path))
    for (const data of meshes[name as GlbName]) {
      const known = light.get(data.name)
      if (known?.length === data.irr.length) data.irr.set(known)
      else if (data.irr.some((v) => v > 0)) faults.push(`${path}: ${data.name} has other vertices`)
    }
  }
  return faults
}

const LIGHT_PATHS = [
  'models/hall/light-floor.webp',
  'models/hall/light.webp',
  'models/hall/probe.png',
  'models/hall/env.webp',
]

/** All files with the light as it is committed. Throws where the bake would see another hall. */
export async function relit(assembly: Assembly, read: (path: string) => Promise<Uint8Array>): Promise<Made[]> {
  const faults = await takeLight(assembly, read)
  const before = JSON.parse(new TextDecoder().decode(await read(MANIFEST))) as Manifest
  if (faults.length || before.bakeInputs !== bakeInputsOf(assembly.scene))
    throw new Error('the light is of another hall: bake it')
  const pictures = await Promise.all(
    LIGHT_PATHS.map(async (path) => lightPicture(path, new Uint8Array(await read(path)))),
  )
  return withManifest([...(await glbFiles(assembly)), ...pictures], before.bakeInputs)
}

const MANIFEST = 'models/manifest.json'

function withManifest(files: Made[], bakeInputs: string): Made[] {
  const bytes = new TextEncoder().encode(manifestText(manifestOf(files, bakeInputs)))
  return [...files, { path: MANIFEST, bytes, triangles: 0, licence: LICENCE, origin: '' }]
}

/** Everything the build writes, the manifest last. */
export async function allFiles(assembly: Assembly, baked: Baked, quality: Quality): Promise<Made[]> {
  for (const [data, part] of assembly.partOf) lightFrom(data, (i) => baked.vertex(part, i))
  const files = [...(await glbFiles(assembly)), ...(await lightPictures(assembly.scene, assembly.packing, baked))]
  return withManifest(files, bakeInputsOf(assembly.scene, quality))
}
