// `gltf-transform optimize IN OUT --compress meshopt --texture-compress webp --texture-size 1024` of @gltf-transform/cli 4.5.1, step by
// step with its defaults, from the same libraries. The command itself brings 130 packages; the 14 GLB files we tried came out the same to the byte.

import { NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import {
  dedup,
  flatten,
  instance,
  join,
  meshopt,
  palette,
  prune,
  resample,
  simplify,
  sparse,
  textureCompress,
  unpartition,
  weld,
} from '@gltf-transform/functions'
import draco3d from 'draco3dgltf'
import { MeshoptDecoder, MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import sharp from 'sharp'

const [input = '', output = ''] = process.argv.slice(2)
await Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready, MeshoptSimplifier.ready])
const io = new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
  'draco3d.decoder': await draco3d.createDecoderModule(),
  'meshopt.decoder': MeshoptDecoder,
  'meshopt.encoder': MeshoptEncoder,
})
const document = await io.read(input)
for (const name of ['KHR_draco_mesh_compression', 'EXT_meshopt_compression']) {
  for (const used of document.getRoot().listExtensionsUsed()) if (used.extensionName === name) used.dispose()
}
await document.transform(
  dedup(),
  instance({ min: 5 }),
  palette({ min: 5 }),
  flatten(),
  join({ keepNamed: false, keepMeshes: false }),
  weld(),
  simplify({ simplifier: MeshoptSimplifier, error: 0.0001, ratio: 0, lockBorder: false }),
  resample(),
  prune({ keepAttributes: false, keepIndices: false, keepLeaves: false, keepSolidTextures: false }),
  sparse(),
  textureCompress({ encoder: sharp, resize: [1024, 1024], targetFormat: 'webp' }),
  meshopt({ encoder: MeshoptEncoder, level: 'high' }),
  unpartition(),
)
await io.write(output, document)
