// Any format but glTF to a GLB of our own: its guard, its loader, then to-gltf.ts. Loaded only for such files, since three
// and its loaders come with it.
import { Group, type Object3D } from 'three'
import type { ModelFormat } from '../../../shared/model/formats.ts'
import { UNITS, type UnitName } from '../../../shared/model/units.ts'
import type { Findings } from '../fault.ts'
import { readFbx } from './fbx.ts'
import { readObj } from './obj.ts'
import { type Files, Pictures } from './pictures.ts'
import { readPly } from './ply.ts'
import { readStl } from './stl.ts'
import { readTds } from './tds.ts'
import { toGlb } from './to-gltf.ts'
import { readUsdzBytes } from './usdz.ts'

export type OtherFormat = Exclude<ModelFormat, 'gltf' | 'glb'>

export interface Converted {
  readonly glb: Uint8Array
  /** Metres of one unit where the file tells it; its numbers are in metres then. */
  readonly metres: number | undefined
}

// A USD is scaled by its loader, an FBX here.
function sayUnit(metres: number | undefined, findings: Findings): void {
  const names = Object.keys(UNITS) as UnitName[]
  const name = names.find((each) => metres !== undefined && Math.abs(UNITS[each] - metres) < metres * 0.01)
  if (name && name !== 'm') findings.add('model.found-unit', { unit: name })
}

interface Scene {
  readonly root: Object3D
  readonly files: Files
  readonly metres?: number | undefined
}

/** Reads a file of a format that was sniffed, with the files beside it. Refuses what its guard refuses. */
export async function convert(
  format: OtherFormat,
  bytes: Uint8Array,
  beside: Files,
  findings: Findings,
): Promise<Converted> {
  const { root, files, metres } = read(format, bytes, beside, findings)
  // Loaders turn what tells that z is up.
  if (Math.abs(root.rotation.x + Math.PI / 2) < 0.01) findings.add('model.found-turned-up')
  const top = new Group()
  top.animations = root.animations
  if (metres !== undefined) top.scale.setScalar(metres)
  sayUnit(metres === 1 ? root.scale.x : metres, findings)
  const glb = await toGlb(top.add(root), new Pictures(files, findings), findings)
  findings.add('model.found-converted', { format: format.toUpperCase() })
  return { glb, metres }
}

function read(format: OtherFormat, bytes: Uint8Array, files: Files, findings: Findings): Scene {
  switch (format) {
    case 'obj':
      return { root: readObj(bytes, files, findings), files }
    case 'fbx':
      return { ...readFbx(bytes), files }
    case 'usdz':
      return { ...readUsdzBytes(bytes), metres: 1 }
    case 'ply':
      return { root: readPly(bytes, findings), files }
    case '3ds':
      return { root: upright(readTds(bytes, findings)), files }
    case 'stl':
      return { root: upright(readStl(bytes, findings)), files }
  }
}

// Both are drawn with z up by everybody who writes them.
function upright(root: Object3D): Object3D {
  root.rotation.x = -Math.PI / 2
  return root
}
