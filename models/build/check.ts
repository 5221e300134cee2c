// Rebuilds and compares with what is committed. The quick way builds the geometry, takes the light out of the committed files
// and asks for equal bytes; light that was baked from something else is found by the hash of the bake's inputs.

import { assemble, bakeInputsOf } from './assemble.ts'
import { bake, FINAL } from './light/bake.ts'
import { allFiles, glbFiles, takeLight } from './produce.ts'
import type { Made, Manifest } from './write/files.ts'

const equal = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((v, i) => v === b[i])

/** Lines about files that differ from what the code builds; none when all is well. `read` gets paths from the project's root. */
export async function checkFiles(read: (path: string) => Promise<Uint8Array>, withLight: boolean): Promise<string[]> {
  const assembly = await assemble()
  if (withLight) {
    const baked = await bake(assembly.scene, FINAL, () => {})
    return differences(await allFiles(assembly, baked, FINAL), read)
  }
  const faults = await takeLight(assembly, read)
  faults.push(...(await differences(await glbFiles(assembly), read)))
  const manifest = JSON.parse(new TextDecoder().decode(await read('models/manifest.json'))) as Manifest
  if (manifest.bakeInputs !== bakeInputsOf(assembly.scene))
    faults.push('models/manifest.json: the light was baked from another hall')
  return faults
}

async function differences(files: readonly Made[], read: (path: string) => Promise<Uint8Array>): Promise<string[]> {
  const faults: string[] = []
  for (const { path, bytes } of files)
    if (!equal(bytes, new Uint8Array(await read(path)))) faults.push(`${path}: other bytes`)
  return faults
}
