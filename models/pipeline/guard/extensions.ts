// Which glTF extensions we take, which we drop and say so, and which a file may not require. Also counts what the
// cleaned JSON leaves behind (extras, odd names, lights, cameras), so that the report can say it.
import type { Findings } from '../fault.ts'
import { plainName, refuse } from '../fault.ts'
import { type GltfJson, MATERIAL_EXTENSIONS } from './gltf-json.ts'

/** What a file may use; everything else is dropped or refused. */
export const TAKEN_EXTENSIONS: ReadonlySet<string> = new Set([
  ...MATERIAL_EXTENSIONS,
  'KHR_draco_mesh_compression',
  'EXT_meshopt_compression',
  'KHR_mesh_quantization',
  'KHR_texture_basisu',
  'EXT_texture_webp',
  'KHR_texture_transform',
  'EXT_mesh_gpu_instancing',
])

// Harmless to leave out even where a file says it needs them.
const DROPPABLE = new Set([
  'KHR_lights_punctual',
  'KHR_materials_variants',
  'KHR_xmp_json_ld',
  'KHR_xmp',
  'KHR_node_visibility',
])

/** Refuses a required extension that we do not know; names the ones that are dropped. */
export function checkExtensions(gltf: GltfJson, findings: Findings): void {
  for (const name of gltf.extensionsRequired ?? []) {
    if (!TAKEN_EXTENSIONS.has(name) && !DROPPABLE.has(name)) refuse('model.extension', { name: plainName(name) })
  }
  const dropped = (gltf.extensionsUsed ?? []).filter((name) => !TAKEN_EXTENSIONS.has(name)).map(plainName)
  if (dropped.length > 0) findings.add('model.found-extensions-dropped', { names: dropped.join(', ').slice(0, 200) })
  // What a file uses without listing it is read as it was meant: the readers go by the list, and fall over packed data otherwise.
  const used = new Set((gltf.extensionsUsed ?? []).filter((name) => TAKEN_EXTENSIONS.has(name)))
  addInUse(gltf, used)
  if (gltf.extensionsUsed || used.size > 0) gltf.extensionsUsed = [...used]
  if (gltf.extensionsRequired)
    gltf.extensionsRequired = gltf.extensionsRequired.filter((name) => TAKEN_EXTENSIONS.has(name))
}

/** Adds the taken extensions that stand anywhere in the JSON. */
function addInUse(value: unknown, used: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) addInUse(item, used)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
      addInUse(inner, used)
      if (key !== 'extensions' || typeof inner !== 'object' || inner === null) continue
      for (const [name, is] of Object.entries(inner) as [string, unknown][])
        if (is && TAKEN_EXTENSIONS.has(name)) used.add(name)
    }
  }
}

/** Says what of the raw JSON is not in the cleaned one. The raw value is at most 64 deep, so walking it is safe. */
export function sayWhatIsLeftBehind(raw: unknown, findings: Findings): void {
  const seen = { extras: 0, names: 0 }
  walk(raw, seen)
  if (seen.extras > 0) findings.add('model.found-extras-dropped', { count: seen.extras })
  if (seen.names > 0) findings.add('model.found-names-cleaned', { count: seen.names })
  const root = raw as { cameras?: unknown; extensions?: { KHR_lights_punctual?: { lights?: unknown } } }
  if (Array.isArray(root.cameras)) findings.add('model.found-cameras-removed', { count: root.cameras.length })
  const lights = root.extensions?.KHR_lights_punctual?.lights
  if (Array.isArray(lights)) findings.add('model.found-lights-removed', { count: lights.length })
}

const OBJECT_KEYS = new Set(Object.getOwnPropertyNames(Object.prototype))

function walk(value: unknown, seen: { extras: number; names: number }): void {
  if (Array.isArray(value)) for (const item of value) walk(item, seen)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'extras') seen.extras++
      else if (key === 'name' && typeof inner === 'string') seen.names += isOdd(inner) ? 1 : 0
      else walk(inner, seen)
    }
  }
}

// `é` written as two characters is no oddity, so compare in NFC.
const isOdd = (name: string) => name.length > 80 || OBJECT_KEYS.has(name) || plainName(name) !== name.normalize('NFC')
