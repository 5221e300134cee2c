// USDZ: a zip whose first file is the scene, in words (usda) or in bytes (usdc). The zip is read by us, the scene walked
// (usd-words.ts, usd-bytes.ts), and only what passed is packed anew for three's loader.
import { zipSync } from 'fflate'
import { Group, type Object3D } from 'three'
import { USDLoader } from 'three/examples/jsm/loaders/USDLoader.js'
import { endingOf } from '../../../shared/model/formats.ts'
import { must } from '../fault.ts'
import { readZip } from '../guard/zip.ts'
import type { Files } from './pictures.ts'
import { runLoader } from './run-loader.ts'
import { walkUsdBytes } from './usd-bytes.ts'
import { walkUsdWords } from './usd-words.ts'

export interface UsdScene {
  readonly root: Object3D
  readonly files: Files
}

const isLayer = (name: string) => ['usd', 'usda', 'usdc'].includes(endingOf(name))

/** Whether a zip is a USDZ: its first file is a scene of USD. */
export function isUsdz(files: Files): boolean {
  const [first] = files.keys()
  return first !== undefined && isLayer(first)
}

/** Reads the files of a USDZ. */
export function readUsdz(files: Files): UsdScene {
  const packed: Record<string, Uint8Array> = {}
  const layers = new Map<string, Layer>()
  for (const [name, bytes] of files) {
    if (isLayer(name)) layers.set(name, { bytes: bytes.length, holds: walkLayer(bytes) })
    if (isLayer(name) || /\.(png|jpe?g)$/i.test(name)) packed[name] = bytes
  }
  must(isUsdz(files), 'model.damaged')
  mustEnd(layers)
  const zip = zipSync(packed, { level: 0 })
  const root: unknown = runLoader(() => new USDLoader().parse(new Uint8Array(zip).buffer))
  return { root: root instanceof Group ? root : new Group(), files }
}

/** Reads a USDZ from its bytes. */
export const readUsdzBytes = (bytes: Uint8Array): UsdScene => readUsdz(readZip(bytes))

interface Layer {
  readonly bytes: number
  /** Names of scenes that it holds by reference. */
  readonly holds: readonly string[]
}

function walkLayer(bytes: Uint8Array): string[] {
  if (Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== 'PXR-USDC') return walkUsdWords(bytes)
  walkUsdBytes(bytes)
  return []
}

/** All that is put together, each scene as often as it is held; bytes. */
const WHOLE = 400_000_000

// A scene is read anew for each place that holds it: ten that hold ten that hold ten … would never end.
function mustEnd(layers: ReadonlyMap<string, Layer>): void {
  const known = new Map<string, number>()
  const busy = new Set<string>()
  const last = (name: string) => name.slice(name.lastIndexOf('/') + 1)
  const cost = (name: string): number => {
    const done = known.get(name)
    if (done !== undefined) return done
    must(!busy.has(name), 'model.node-cycle')
    must(busy.size < 32, 'model.node-depth', { limit: 32 })
    busy.add(name)
    let sum = layers.get(name)?.bytes ?? 0
    for (const held of layers.get(name)?.holds ?? []) {
      for (const other of layers.keys()) if (last(other) === last(held)) sum += cost(other)
      must(sum <= WHOLE, 'model.node-count', { count: sum, limit: WHOLE })
    }
    busy.delete(name)
    known.set(name, sum)
    return sum
  }
  for (const name of layers.keys()) cost(name)
}
