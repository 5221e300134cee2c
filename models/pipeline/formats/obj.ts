// OBJ with its MTL: gone through line by line first (points, corners, indices), then read by three's loaders.
import { Group, type Mesh, type Object3D } from 'three'
import { MTLLoader } from 'three/examples/jsm/loaders/MTLLoader.js'
import { OBJLoader } from 'three/examples/jsm/loaders/OBJLoader.js'
import { type Findings, must, plainName } from '../fault.ts'
import { FORMAT_LIMITS, mustBeFewTriangles } from './format-limits.ts'
import { type Files, findBeside } from './pictures.ts'
import { runLoader } from './run-loader.ts'
import { decodeText, linesOf, mustBeOwnName } from './text.ts'

/** Reads an OBJ and the materials beside it. */
export function readObj(bytes: Uint8Array, files: Files, findings: Findings): Object3D {
  const text = decodeText(bytes)
  const { faces, bare, libraries } = scan(text)
  must(faces > 0, 'model.points-only')
  const materials = libraries.flatMap((name) => libraryText(name, files, findings)).join('\n')
  const root = runLoader(() => {
    const loader = new OBJLoader()
    if (materials !== '') loader.setMaterials(new MTLLoader().parse(materials, ''))
    const group = loader.parse(text)
    return group instanceof Group ? group : new Group()
  })
  // The loader gives each face its own where there are none, which shows every facet of a round thing.
  if (bare) for (const mesh of root.children) (mesh as Partial<Mesh>).geometry?.deleteAttribute('normal')
  return root
}

interface Scan {
  readonly faces: number
  /** It has no normals. */
  readonly bare: boolean
  readonly libraries: readonly string[]
}

function scan(text: string): Scan {
  const counts = { v: 0, vt: 0, vn: 0 }
  const libraries = new Set<string>()
  let faces = 0
  let triangles = 0
  for (const raw of linesOf(text)) {
    const line = raw.trimStart()
    const word = line.slice(0, Math.max(0, line.search(/\s/)))
    if (word === 'v' || word === 'vt' || word === 'vn') {
      counts[word]++
      must(counts[word] <= FORMAT_LIMITS.points, 'model.accessor-bomb')
    } else if (word === 'f') {
      faces++
      triangles += checkFace(line, counts)
      mustBeFewTriangles(triangles)
    } else if (word === 'mtllib') libraries.add(line.slice(7).trim())
    else if (word === 'usemtl') mustBeOwnName(line.slice(7).trim())
    must(libraries.size <= 16, 'model.damaged')
  }
  return { faces, bare: counts.vn === 0, libraries: [...libraries] }
}

// Corners are 3, 3/4, 3//5 or 3/4/5, counted from 1 or, below 0, from the end of what has come so far.
function checkFace(line: string, { v }: { readonly v: number }): number {
  const corners = line.slice(1).trim().split(/\s+/)
  must(corners.length <= FORMAT_LIMITS.corners, 'model.damaged')
  for (const corner of corners) {
    const point = Number.parseInt(corner, 10)
    if (Number.isNaN(point)) continue
    must(point !== 0 && point >= -v && point <= FORMAT_LIMITS.points, 'model.index-range')
  }
  return Math.max(0, corners.length - 2)
}

function libraryText(name: string, files: Files, findings: Findings): string[] {
  const bytes = findBeside(name, files)
  if (!bytes) {
    findings.add('model.found-materials-missing', { name: plainName(name) })
    return []
  }
  must(bytes.length <= FORMAT_LIMITS.materialText, 'model.json-size', { limit: FORMAT_LIMITS.materialText / 2 ** 20 })
  const text = decodeText(bytes)
  let materials = 0
  for (const raw of linesOf(text)) {
    const line = raw.trim()
    if (!/^newmtl\s/i.test(line)) continue
    mustBeOwnName(line.slice(7).trim())
    must(++materials <= 2_000, 'model.material-count', { count: materials, limit: 2_000 })
  }
  return [text]
}
