// A USD scene in words before its loader: few enough lines, brackets that close and are not too deep, names that are only
// names, and no address outside.
import { must, plainName, refuse } from '../fault.ts'
import { FORMAT_LIMITS, mustBeSmallPolygons } from './format-limits.ts'
import { decodeText, linesOf, mustBeOwnName } from './text.ts'

/**
 * Refuses a scene that the loader could not end, or that names addresses. Answers with the scenes that it holds by
 * reference, each as often as it is named.
 */
export function walkUsdWords(bytes: Uint8Array): string[] {
  must(bytes.length <= FORMAT_LIMITS.sceneText, 'model.json-size', { limit: FORMAT_LIMITS.sceneText / 2 ** 20 })
  const text = decodeText(bytes)
  must(/^\s*#usda\s/.test(text.slice(0, 100)), 'model.damaged')
  const outside = /@\s*[a-z][a-z0-9+.-]+:\/\/[^@\n]{0,200}/i.exec(text)
  if (outside) refuse('model.external-uri', { name: plainName(outside[0].slice(1)) })
  let depth = 0
  let polygons = false
  let blocks = 0
  let numbers = 0
  for (const line of linesOf(text)) {
    const words = line.trim()
    // The loader asks what stands before `=`, `{` or `(` for as a key.
    mustBeOwnName(words.split(/[={(]/, 1)[0]?.trim() ?? '')
    mustBeOwnName(/"([^"]{1,100})"\s*[{(]?$/.exec(words)?.[1] ?? '')
    if (/\bfaceVertexCounts\b/.test(words.slice(0, 200))) polygons = true
    if (polygons) mustBeSmallPolygons(words.match(/\d{1,15}/g) ?? [])
    if (words.includes(']')) polygons = false
    if (words.endsWith('{')) {
      must(++blocks <= FORMAT_LIMITS.nodes, 'model.node-count', { count: blocks, limit: FORMAT_LIMITS.nodes })
      must(++depth <= FORMAT_LIMITS.depth, 'model.json-depth', { limit: FORMAT_LIMITS.depth })
    } else if (words.endsWith('}') && !words.includes('{')) depth--
    must(depth >= 0, 'model.damaged')
    for (let at = words.indexOf(','); at >= 0; at = words.indexOf(',', at + 1)) numbers++
    must(numbers <= FORMAT_LIMITS.numbers, 'model.accessor-bomb')
  }
  must(depth === 0, 'model.truncated')
  return [...text.matchAll(/@([^@\n]{1,500}\.usd[acz]?)@/gi)].map(([, name = '']) => name)
}
