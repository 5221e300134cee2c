// One atlas for a whole model seen from afar: the looks of the model as it was are baked onto its simpler surface, as one part with
// one material. Pieces whose colours the vertices tell well enough take no room on it; so the rest is drawn larger.
import type { Document, Material, Primitive } from '@gltf-transform/core'
import { MeshoptSimplifier } from 'meshoptimizer'
import { restShape } from '../rest.ts'
import { cornersOf, floatsOf, meshNodes } from '../scene.ts'
import { Blocks, drawChart } from './bake.ts'
import { Canvas } from './canvas.ts'
import { type Chart, chartsOf, type Surface } from './charts.ts'
import { LOOK } from './look.ts'
import { areaOf, type Placed, packCharts, type Wanted } from './pack.ts'
import { type Plain, Probe, plainOf } from './probe.ts'
import type { Source } from './source.ts'

/** The name of an atlas's textures: they keep their size. */
export const ATLAS = 'atlas'

/** Colours at vertices are well enough up to this (see Plain.error). */
const WELL = 0.02
/** Less than so many texels of an atlas show nothing. */
const SPECK = 5

/** Gives the only part of a document an atlas of `side` texels, baked from `source`. Says whether it did. */
export async function bakeAtlas(document: Document, source: Source, side: number): Promise<boolean> {
  await MeshoptSimplifier.ready
  const [node, ...others] = meshNodes(document)
  const parts = node?.getMesh()?.listPrimitives() ?? []
  const [part] = parts
  if (!node || !part || others.length > 0 || parts.length > 1) return false
  const surface: Surface = { positions: restShape(node, part).positions, corners: cornersOf(part) }
  const probe = new Probe(surface, source)
  const { plain, placed, blocks } = arrange(probe, side)
  const canvas = new Canvas(side)
  blocks.draw(canvas)
  for (const each of placed) drawChart(canvas, probe, each)
  canvas.spread()
  setLooks(document, part, { plain, placed, blocks, side })
  await setTextures(document, part.getMaterial(), canvas, placed.length > 0)
  return true
}

interface Arranged {
  readonly plain: readonly { readonly chart: Chart; readonly look: Plain }[]
  readonly placed: readonly Placed[]
  readonly blocks: Blocks
}

function arrange(probe: Probe, side: number): Arranged {
  const looks = chartsOf(probe.surface).map((chart) => ({
    chart,
    look: plainOf(probe, chart),
    weight: weightOf(chart),
  }))
  let busy = looks.filter(({ look }) => look.error > WELL)
  const room = busy.reduce((sum, { chart, weight }) => sum + areaOf(chart) * weight ** 2, 0)
  const scale = room > 0 ? Math.sqrt((0.7 * side * side) / room) : 0
  busy = busy.filter(({ chart, weight }) => areaOf(chart) * (scale * weight) ** 2 > SPECK)
  const plain = looks.filter((each) => !busy.includes(each))
  const blocks = blocksOf(plain, side)
  const wanted: Wanted[] = busy
  const placed = packCharts(wanted, side, blocks.rows) ?? []
  return placed.length === busy.length
    ? { plain, placed, blocks }
    : { plain: looks, placed: [], blocks: blocksOf(looks, side) }
}

/** How large a chart is drawn: what faces the ground or the back is seen by few. */
function weightOf({ normal }: Chart): number {
  if (normal[1] < -0.7) return 0.4
  return normal[2] < -0.7 ? 0.7 : 1
}

function blocksOf(plain: Arranged['plain'], side: number): Blocks {
  for (const steps of [32, 16, 8, 4]) {
    const blocks = new Blocks(side, steps)
    for (const { look } of plain) blocks.at(look.mean)
    if (blocks.count <= 128 || steps === 4) return blocks
  }
  return new Blocks(side, 1)
}

function setLooks(
  document: Document,
  part: Primitive,
  { plain, placed, blocks, side }: Arranged & { side: number },
): void {
  const corners = cornersOf(part)
  const out = {
    from: [] as number[],
    uv: [] as number[],
    colour: [] as number[],
    corners: new Uint32Array(corners.length),
  }
  const used = new Set<number>()
  const add = (
    chart: Chart,
    place: (index: number, k: number) => readonly [number, number],
    colours: Plain['colours'] | null,
  ) => {
    const known = new Map<number, number>()
    chart.triangles.forEach((triangle, index) => {
      used.add(triangle)
      for (let k = 0; k < 3; k++) {
        const vertex = corners[triangle * 3 + k] ?? 0
        const at = known.get(vertex) ?? out.from.length
        if (!known.has(vertex)) {
          known.set(vertex, at)
          out.from.push(vertex)
          out.uv.push(...place(index, k).map((value) => value / side))
          out.colour.push(...(colours?.get(vertex) ?? [1, 1, 1, 1]))
        }
        out.corners[triangle * 3 + k] = at
      }
    })
  }
  for (const { chart, look } of plain) {
    const middle = blocks.at(look.mean)
    add(chart, () => middle, look.colours)
  }
  for (const { chart, x, y, scale } of placed) {
    const at = (index: number, k: number) => (chart.flat[index * 6 + k] ?? 0) * scale
    add(chart, (index, k) => [x + at(index, k * 2), y + at(index, k * 2 + 1)], null)
  }
  const kept = [...used].sort((a, b) => a - b)
  rebuild(
    document,
    part,
    out,
    Uint32Array.from(kept.flatMap((triangle) => [...out.corners.subarray(triangle * 3, triangle * 3 + 3)])),
  )
}

interface Vertices {
  /** The old vertex that each new one was. */
  readonly from: readonly number[]
  readonly uv: readonly number[]
  readonly colour: readonly number[]
}

function rebuild(
  document: Document,
  part: Primitive,
  { from, uv, colour }: Vertices,
  corners: Uint32Array<ArrayBuffer>,
): void {
  const buffer = part.getAttribute('POSITION')?.getBuffer() ?? null
  const make = (type: 'VEC2' | 'VEC3' | 'VEC4', array: Float32Array<ArrayBuffer>) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  const picked = (semantic: string) => {
    const old = floatsOf(part, semantic) ?? new Float32Array()
    return Float32Array.from(from.flatMap((vertex) => [...old.subarray(vertex * 3, vertex * 3 + 3)]))
  }
  const [positions, normals] = [picked('POSITION'), picked('NORMAL')]
  for (const semantic of part.listSemantics()) part.setAttribute(semantic, null)
  part
    .setAttribute('POSITION', make('VEC3', positions))
    .setAttribute('NORMAL', make('VEC3', normals))
    .setAttribute('TEXCOORD_0', make('VEC2', Float32Array.from(uv)))
    .setIndices(document.createAccessor().setType('SCALAR').setArray(corners).setBuffer(buffer))
  if (colour.some((value) => value !== 1)) part.setAttribute('COLOR_0', make('VEC4', Float32Array.from(colour)))
}

async function setTextures(
  document: Document,
  material: Material | null,
  canvas: Canvas,
  coloured: boolean,
): Promise<void> {
  if (!material) return
  const { base, finish, glow } = await canvas.pictures()
  const texture = (image: Uint8Array) => document.createTexture(ATLAS).setImage(image).setMimeType('image/png')
  material.setBaseColorTexture(coloured ? texture(base) : null).setBaseColorFactor([1, 1, 1, 1])
  material.setMetallicRoughnessTexture(texture(finish)).setRoughnessFactor(1).setMetallicFactor(1)
  const glows = canvas.most(LOOK.glow, 3) > 0.01
  material.setEmissiveFactor(glows ? [1, 1, 1] : [0, 0, 0]).setEmissiveTexture(glows ? texture(glow) : null)
}
