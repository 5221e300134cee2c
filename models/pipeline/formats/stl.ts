// STL, in bytes or in words. The count is held against the length; the words are read through once, token by token, since
// the loader's own patterns take the square of a text that never closes.
import { BufferGeometry, Group, Mesh, MeshStandardMaterial, type Object3D } from 'three'
import { STLLoader } from 'three/examples/jsm/loaders/STLLoader.js'
import { type Findings, must } from '../fault.ts'
import { mustBeFewTriangles } from './format-limits.ts'
import { runLoader } from './run-loader.ts'
import { decodeText } from './text.ts'

/** Reads an STL that was sniffed as one. */
export function readStl(bytes: Uint8Array, findings: Findings): Object3D {
  const length = binaryLength(bytes)
  if (length && length < bytes.length) findings.add('model.found-trailing-data', { bytes: bytes.length - length })
  const data = length ? bytes.slice(0, length).buffer : checkedWords(bytes)
  const geometry = runLoader(() => new STLLoader().parse(data))
  must(geometry instanceof BufferGeometry, 'model.damaged')
  const colours = geometry.getAttribute('color') !== undefined
  // Normals of facets are often zero or turned; corners say which way a face looks.
  geometry.deleteAttribute('normal')
  return new Group().add(
    new Mesh(geometry, new MeshStandardMaterial({ color: 0xb0b0b0, vertexColors: colours, roughness: 0.9 })),
  )
}

// 0 where it is in words.
function binaryLength(bytes: Uint8Array): number {
  if (bytes.length < 84 || bytes.indexOf(0) < 0) return 0
  const count = new DataView(bytes.buffer, bytes.byteOffset, 84).getUint32(80, true)
  if (84 + count * 50 > bytes.length) return 0
  mustBeFewTriangles(count)
  return 84 + count * 50
}

const NUMBER = String.raw`[-+]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:e[-+]?\d{1,3})?`
const TRIPLE = String.raw`\s+${NUMBER}\s+${NUMBER}\s+${NUMBER}`
const FACET = new RegExp(
  String.raw`\s*facet\s+normal${TRIPLE}\s+outer\s+loop(?:\s+vertex${TRIPLE}){3}\s+endloop\s+endfacet`,
  'y',
)
const BEGIN = /\s*solid\b[^\n]{0,2000}/y
const END = /\s*endsolid\b[^\n]{0,2000}/y

function checkedWords(bytes: Uint8Array): string {
  const text = decodeText(bytes).toLowerCase()
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.test(text)
    if (found) at = pattern.lastIndex
    return found
  }
  let facets = 0
  while (take(BEGIN)) {
    while (take(FACET)) facets++
    must(!/^\s+facet\s+normal\s+\S*(nan|inf)/.test(text.slice(at, at + 200)), 'model.not-finite')
    must(take(END), at >= text.length - 200 ? 'model.truncated' : 'model.damaged')
  }
  must(text.slice(at).trim() === '', 'model.damaged')
  must(facets > 0, 'model.empty-scene')
  mustBeFewTriangles(facets)
  return text
}
