// The files the build writes: which parts go into which GLB, how the light becomes pictures, and the manifest that lists them.

import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Scene } from '../kit/part.ts'
import type { Baked } from '../light/bake.ts'
import { PROBES } from '../light/bake-input.ts'
import { ENV } from '../light/environment.ts'
import { encodeLight, type Packing, paintPage } from '../light/pages.ts'

export interface Made {
  readonly path: string
  readonly bytes: Uint8Array
  readonly triangles: number
  readonly licence: string
  readonly origin: string
}

export const LICENCE = 'Apache-2.0'
export const GLB_ORIGIN = 'built by models/build; letter outlines from Noto Sans SC (SIL Open Font License 1.1)'
export const LIGHT_ORIGIN = 'baked by models/build'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** One picture of the light as a built file. */
export const lightPicture = (path: string, bytes: Uint8Array): Made => ({
  path,
  bytes,
  triangles: 0,
  licence: LICENCE,
  origin: LIGHT_ORIGIN,
})

const raw = (bytes: Uint8Array, width: number, height: number) => sharp(bytes, { raw: { width, height, channels: 3 } })

/** The four pictures of the light. */
export async function lightPictures(scene: Scene, packing: Packing, baked: Baked): Promise<Made[]> {
  const page = async (name: 'floor' | 'hall', path: string, quality: number) => {
    const { width, height } = packing.pages[name]
    const bytes = paintPage(name, scene.charts, packing, baked.light, baked.firstTexel)
    return lightPicture(
      path,
      await raw(bytes, width, height).webp({ quality, smartSubsample: true, effort: 6 }).toBuffer(),
    )
  }
  const probes = Uint8Array.from(baked.probes, encodeLight)
  const env = Uint8Array.from(baked.environment, (v) => Math.round(255 * Math.sqrt(Math.min(1, v / ENV.range))))
  return [
    await page('floor', 'models/hall/light-floor.webp', 84),
    await page('hall', 'models/hall/light.webp', 88),
    lightPicture(
      'models/hall/probe.png',
      await raw(probes, PROBES.columns, PROBES.rows * PROBES.directions)
        .png({ compressionLevel: 9 })
        .toBuffer(),
    ),
    lightPicture(
      'models/hall/env.webp',
      await raw(env, ENV.width, ENV.height).webp({ quality: 90, smartSubsample: true, effort: 6 }).toBuffer(),
    ),
  ]
}

export interface Manifest {
  /** Hash of all that the bake depends on: when it changes, the light is stale. */
  readonly bakeInputs: string
  readonly files: Readonly<
    Record<string, { bytes: number; triangles: number; sha256: string; licence: string; origin: string }>
  >
}

/** The manifest of a set of files, by path. */
export function manifestOf(files: readonly Made[], bakeInputs: string): Manifest {
  const entries = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(
      ({ path, bytes, triangles, licence, origin }) =>
        [path, { bytes: bytes.length, triangles, sha256: sha256(bytes), licence, origin }] as const,
    )
  return { bakeInputs, files: Object.fromEntries(entries) }
}

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`

/** Sum of the triangles of a file's meshes. */
export const sumTriangles = (meshes: readonly { index: ArrayLike<number> }[]): number =>
  meshes.reduce((sum, mesh) => sum + mesh.index.length / 3, 0)

/** Hash over typed arrays and plain values. */
export function hashOf(parts: readonly (ArrayBufferView | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    if (typeof part === 'string') hash.update(part)
    else hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  }
  return hash.digest('hex')
}
