// An uploaded file as programs without zip want it: the glTF and what belongs to it in a folder.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { unzipSync } from 'fflate'

/** The path of the model itself: the file, or out of its zip into the folder. Only for files that the pipeline took. */
export function unpacked(file: string, folder: string): string {
  if (!file.endsWith('.zip')) {
    // A plain name: one of the programs takes Chinese for a pattern.
    const copy = join(folder, `model${file.slice(file.lastIndexOf('.'))}`)
    writeFileSync(copy, readFileSync(file))
    return copy
  }
  const entries = Object.entries(unzipSync(readFileSync(file))).filter(([name]) => !name.endsWith('/'))
  for (const [name, bytes] of entries) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  const model = entries.map(([name]) => name).find((name) => /\.(gltf|glb)$/i.test(basename(name)))
  if (!model) throw new Error(`${file}: no model inside`)
  return join(folder, model)
}
