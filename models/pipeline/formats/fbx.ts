// FBX, in bytes (6.4 and later) or in words (7 and later): walked by us first (fbx-bytes.ts, fbx-words.ts), then read by
// three's loader. Its unit is told in the file; its up too, and the loader turns it.
import type { Object3D } from 'three'
import { FBXLoader } from 'three/examples/jsm/loaders/FBXLoader.js'
import { walkFbxBytes } from './fbx-bytes.ts'
import { walkFbxWords } from './fbx-words.ts'
import { runLoader } from './run-loader.ts'

export interface FbxScene {
  readonly root: Object3D
  /** Metres of one unit; undefined if it is not told. */
  readonly metres: number | undefined
}

/** Reads an FBX that was sniffed as one. */
export function readFbx(bytes: Uint8Array): FbxScene {
  if (Buffer.from(bytes.subarray(0, 18)).toString('latin1') === 'Kaydara FBX Binary') walkFbxBytes(bytes)
  else walkFbxWords(bytes)
  const root: Object3D = runLoader(() => new FBXLoader().parse(bytes.slice().buffer, ''))
  const centimetres: unknown = root.userData.unitScaleFactor
  const told = typeof centimetres === 'number' && centimetres >= 1e-3 && centimetres <= 1e5
  return { root, metres: told ? centimetres / 100 : undefined }
}
