// What the swap bench uploads: a few models of different kinds, and files of about 20 MB. Those are one model of the corpus with
// its pictures written as PNG and made larger, as agencies send them, each in another colour so that none is known already.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { MeshoptDecoder } from 'meshoptimizer'
import sharp from 'sharp'
import { ROOT } from '../support/paths.ts'

export interface Input {
  readonly name: string
  readonly bytes: Uint8Array
}

const FIXTURES = join(ROOT, 'tests/fixtures/models')
/** Many parts, big textures, skins, morphs, a room; whichever of them the folder has. */
const SWAPPED = [
  ...['hotel-room-meshopt.glb', 'rune-sword.glb', 'race-car-meshopt.glb', 'space-exploration.glb'],
  ...['rigged-25-skins.glb', 'frost-axe-morph.glb', 'emoji-heart-specgloss-anim.glb'],
]
const SMOKE = ['frost-axe-morph.glb', 'texture-transform-folder.zip']
/** Of these the first that is there is made large. */
const ENLARGED = ['rune-sword.glb', 'exploding-barrel.glb', 'emoji-heart-specgloss-anim.glb']
const LARGE = 20e6
const SIDES = [2048, 4096]

/** @param corpus a folder of models; the fixtures where none is given */
export async function swapInputs(corpus: string | undefined, smoke: boolean): Promise<Input[]> {
  const folder = corpus ?? FIXTURES
  const there = new Set(readdirSync(folder))
  const names = (smoke ? SMOKE : SWAPPED).filter((name) => there.has(name))
  return names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}

/** `count` files of one model, of about 20 MB each. */
export async function twentyMegabytes(corpus: string | undefined, count: number): Promise<Input[]> {
  const folder = corpus ?? FIXTURES
  const there = new Set(readdirSync(folder))
  const name = ENLARGED.find((one) => there.has(one))
  if (!name) throw new Error(`${folder} has none of ${ENLARGED.join(', ')}`)
  const io = new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
  const document = await io.readBinary(readFileSync(join(folder, name)))
  const pictures = document.getRoot().listTextures()
  for (const side of SIDES) {
    for (const picture of pictures) {
      const image = picture.getImage()
      if (!image || (await io.writeBinary(document)).length >= LARGE) continue
      picture.setImage(await sharp(image).resize(side, side).png({ compressionLevel: 3 }).toBuffer())
      picture.setMimeType('image/png')
    }
  }
  const files: Input[] = []
  for (let i = 0; i < count; i++) {
    for (const material of document.getRoot().listMaterials()) material.setBaseColorFactor([1, 1, 1 - 0.1 * i, 1])
    files.push({ name: `large-${i}.glb`, bytes: await io.writeBinary(document) })
  }
  return files
}
