// The FBX in words before its loader: few enough lines, not too deep, names that are only names, and long arrays broken as
// the loader expects, since it would read an array again for every line that goes on without a comma.
import { must } from '../fault.ts'
import { FORMAT_LIMITS, mustBeFewTriangles } from './format-limits.ts'
import { decodeText, linesOf, mustBeOwnName } from './text.ts'

/** Refuses an FBX in words that the loader could not end. */
export function walkFbxWords(bytes: Uint8Array): void {
  must(bytes.length <= FORMAT_LIMITS.sceneText, 'model.fbx-words', { limit: FORMAT_LIMITS.sceneText / 2 ** 20 })
  const text = decodeText(bytes)
  const version = /FBXVersion:\s*(\d{1,6})/.exec(text.slice(0, 100_000))
  must(version !== null, 'model.damaged')
  must(Number(version[1]) >= 7000, 'model.fbx-old')
  const seen = { nodes: 0, depth: 0, numbers: 0, corners: 0, polygon: 0 }
  let goesOn = false
  let polygons = false
  for (const line of linesOf(text)) {
    if (/^\s*(;|$)/.test(line.slice(0, 200))) continue
    const name = /^\s*([^\s:"{},]{1,64}):/.exec(line.slice(0, 200))?.[1]
    if (name !== undefined) {
      mustBeOwnName(name)
      const limit = FORMAT_LIMITS.nodes * 4
      must(++seen.nodes <= limit, 'model.node-count', { count: seen.nodes, limit })
      if (name !== 'a') polygons = name === 'PolygonVertexIndex'
    } else if (/^[^\s}]/.test(line)) must(goesOn, 'model.damaged')
    const end = line.trimEnd()
    if (end.endsWith('{')) must(++seen.depth <= FORMAT_LIMITS.depth, 'model.json-depth', { limit: FORMAT_LIMITS.depth })
    if (/^\s*}/.test(line.slice(0, 200))) must(--seen.depth >= 0, 'model.damaged')
    goesOn = end.endsWith(',')
    count(line, seen, polygons)
  }
  must(seen.depth === 0, 'model.truncated')
}

interface Seen {
  numbers: number
  corners: number
  polygon: number
}

function count(line: string, seen: Seen, polygons: boolean): void {
  for (let at = line.indexOf(','); at >= 0; at = line.indexOf(',', at + 1)) {
    seen.numbers++
    if (!polygons) continue
    seen.polygon++
    must(seen.polygon <= FORMAT_LIMITS.corners, 'model.damaged')
    if (!/^\s*-/.test(line.slice(at + 1, at + 6))) continue
    seen.corners += Math.max(0, seen.polygon - 1)
    seen.polygon = 0
  }
  must(seen.numbers <= FORMAT_LIMITS.numbers, 'model.accessor-bomb')
  mustBeFewTriangles(seen.corners)
}
