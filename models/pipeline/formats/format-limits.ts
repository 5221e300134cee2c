// What a file of another format may hold before a loader sees it. The loaders keep numbers in plain arrays, eight bytes
// each, so these are tighter than what a glTF may hold; what comes out is held to UPLOAD_LIMITS once more.
import { must } from '../fault.ts'

export const FORMAT_LIMITS = {
  /** Triangles of a file whose corners are unpacked one by one. */
  triangles: 2_000_000,
  /** Vertices, normals and the like, each. */
  points: 6_000_000,
  /** Numbers in all arrays of an FBX or a USD. */
  numbers: 40_000_000,
  /** Corners of one polygon: cutting it into triangles takes their square. */
  corners: 2_000,
  /** Nodes, chunks, prims, blocks of a file; how deep they may be nested. */
  nodes: 400_000,
  depth: 64,
  /** One line of a text; its lines. */
  lineBytes: 32 * 1024 * 1024,
  lines: 12_000_000,
  /** Of a scene in words (FBX, USD), bytes. */
  sceneText: 160 * 1024 * 1024,
  /** Materials' text (MTL), bytes. */
  materialText: 4 * 1024 * 1024,
} as const

/** Refuses more triangles than can be unpacked. */
export function mustBeFewTriangles(count: number): void {
  const limit = FORMAT_LIMITS.triangles
  must(count <= limit, 'model.triangles', { count, limit })
}

/** Refuses a polygon of too many corners. */
export function mustBeSmallPolygons(corners: Iterable<number | string>): void {
  for (const count of corners) must(Number(count) <= FORMAT_LIMITS.corners, 'model.damaged')
}
