// Builds every file under models/hall, models/booths, models/people and the manifest.
//   node --import tsx models/build/main.ts                 everything, light baked anew (minutes)
//   … --draft                                             few rays, for looking
//   … --keep-light                                        new geometry with the light of the committed files, where no lit vertex moved
//   … --check                                             builds the geometry, compares with the files byte by byte (seconds)
//   … --check --light                                     bakes as well before comparing

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assemble } from './assemble.ts'
import { checkFiles } from './check.ts'
import { bake, DRAFT, FINAL } from './light/bake.ts'
import { allFiles, relit } from './produce.ts'

const root = join(import.meta.dirname, '../..')
const flag = (name: string) => process.argv.includes(`--${name}`)
const read = (path: string) => readFile(join(root, path))
const say = (line: string) => process.stdout.write(`${line}\n`)

async function build(): Promise<void> {
  const quality = flag('draft') ? DRAFT : FINAL
  const assembly = await assemble()
  const made = flag('keep-light')
    ? await relit(assembly, read)
    : await allFiles(assembly, await bake(assembly.scene, quality, say), quality)
  for (const { path, bytes, triangles } of made) {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
    say(`${path}: ${bytes.length} bytes${triangles ? `, ${triangles} triangles` : ''}`)
  }
}

async function check(): Promise<void> {
  const faults = await checkFiles(read, flag('light'))
  for (const fault of faults) say(fault)
  say(faults.length ? `${faults.length} of the built files differ` : 'the built files are what the code builds')
  process.exitCode = faults.length ? 1 : 0
}

await (flag('check') ? check() : build())
