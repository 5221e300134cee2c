// Which files a city may send as a model, and what is said to those that must be exported first. One list for the upload,
// the studio's file button and the pipeline. What a file really is, its bytes say (models/pipeline/formats/sniff.ts).

/** What is read, the best first: of several in one zip the first kind is taken. */
export const MODEL_FORMATS = ['gltf', 'glb', 'fbx', 'obj', '3ds', 'usdz', 'ply', 'stl'] as const
export type ModelFormat = (typeof MODEL_FORMATS)[number]

/** Endings of names that an upload may have, with the dot, in small letters. */
export const UPLOAD_ENDINGS: readonly string[] = [...MODEL_FORMATS.map((format) => `.${format}`), '.zip']

/** Files of programs that only those programs can read, and the code that says how to export from them. */
const EXPORT_FIRST = {
  'model.export-max': ['max'],
  'model.export-sketchup': ['skp', 'skb'],
  'model.export-blender': ['blend'],
  'model.export-cinema': ['c4d'],
  'model.export-maya': ['ma', 'mb'],
  'model.export-autocad': ['dwg', 'dxf', 'dwf'],
  'model.export-revit': ['rvt', 'rfa', 'rte'],
  'model.export-ifc': ['ifc', 'ifczip'],
  'model.export-cad': ['step', 'stp', 'igs', 'iges', 'x_t', 'x_b', 'sat', 'catpart', 'catproduct', 'prt', 'asm'],
  'model.export-rhino': ['3dm'],
  'model.export-solidworks': ['sldprt', 'sldasm', 'slddrw'],
  'model.export-collada': ['dae'],
  'model.export-usd': ['usd', 'usda', 'usdc'],
  'model.export-zip': ['7z', 'rar', 'tar', 'gz', 'tgz', 'xz', 'bz2'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ExportCode = keyof typeof EXPORT_FIRST
export const EXPORT_CODES = Object.keys(EXPORT_FIRST) as readonly ExportCode[]

/** The ending of a name, in small letters without the dot; '' if it has none. */
export function endingOf(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1)
  const dot = last.lastIndexOf('.')
  return dot < 0 ? '' : last.slice(dot + 1).toLowerCase()
}

/** The format a name promises. */
export const formatByName = (name: string): ModelFormat | undefined =>
  MODEL_FORMATS.find((format) => format === endingOf(name))

/** Whether a name may be uploaded at all. */
export const isUploadName = (name: string): boolean => UPLOAD_ENDINGS.includes(`.${endingOf(name)}`)

/** What to say to a name that has to be exported first. */
export function exportAdvice(name: string): ExportCode | undefined {
  const ending = endingOf(name)
  return EXPORT_CODES.find((code) => (EXPORT_FIRST[code] as readonly string[]).includes(ending))
}
