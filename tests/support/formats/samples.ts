// One small model in every format we read: a closed box of 3 × 2 × 1 m in red with a picture on it where the format can, and an
// open square beside it. Made here, so that nothing of anybody else is needed.

import { Buffer } from 'node:buffer'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { type FbxNode, fbx, fbxBytes, fbxP, fbxWords } from './write-fbx.ts'
import { type UsdValue, usdcBytes } from './write-usdc.ts'

const text = (words: string) => new TextEncoder().encode(words)

/** Corners of the box: x 0…3, y 0…2, z 0…1. */
export const CORNERS = Array.from({ length: 8 }, (_, at) => [at & 1 ? 3 : 0, at & 2 ? 2 : 0, at & 4 ? 1 : 0] as const)
/** Its six sides, seen from outside anticlockwise. */
export const SIDES = [
  [0, 2, 3, 1],
  [4, 5, 7, 6],
  [0, 1, 5, 4],
  [2, 6, 7, 3],
  [0, 4, 6, 2],
  [1, 3, 7, 5],
] as const
export const TRIANGLES = SIDES.flatMap(([a, b, c, d]) => [[a, b, c] as const, [a, c, d] as const])
const UV = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

/** A picture of 16 × 16: red above, blue below. */
export async function picture(): Promise<Uint8Array> {
  const pixels = Buffer.alloc(16 * 16 * 3)
  for (let at = 0; at < 256; at++) pixels.set(at < 128 ? [220, 20, 20] : [20, 20, 220], at * 3)
  const png = sharp(pixels, { raw: { width: 16, height: 16, channels: 3 } }).png()
  return new Uint8Array(await png.toBuffer())
}

const line = (word: string, numbers: readonly (number | string)[]) => `${word} ${numbers.join(' ')}`

export const MTL = 'newmtl 红漆\nKd 0.8 0.1 0.1\nKs 0.5 0.5 0.5\nNs 100\nmap_Kd textures\\paint.png\n'

/** OBJ with sides of four corners, a material, and an open square of another. */
export function objText(): string {
  return [
    'mtllib box.mtl',
    'o box',
    ...CORNERS.map((corner) => line('v', corner)),
    ...UV.map((uv) => line('vt', uv)),
    'usemtl 红漆',
    ...SIDES.map((side) =>
      line(
        'f',
        side.map((corner, at) => `${corner + 1}/${at + 1}`),
      ),
    ),
    'o sheet',
    'usemtl none',
    ...[0, 1, 2, 3].map((at) => line('v', [4 + (UV[at]?.[0] ?? 0), UV[at]?.[1] ?? 0, 0.5])),
    'f -4/1 -3/2 -2/3 -1/4',
    '',
  ].join('\n')
}

/** A zip of the OBJ, its materials and its picture. */
export async function objZip(): Promise<Uint8Array> {
  return zipSync({ 'box.obj': text(objText()), 'box.mtl': text(MTL), 'tex/Paint.PNG': await picture() })
}

export function stlWords(): Uint8Array {
  const facets = TRIANGLES.map((corners) => {
    const vertices = corners.map((corner) => line('vertex', CORNERS[corner] ?? []))
    return `facet normal 0 0 0\nouter loop\n${vertices.join('\n')}\nendloop\nendfacet`
  })
  return text(`solid box\n${facets.join('\n')}\nendsolid box\n`)
}

export function stlBytes(): Uint8Array {
  const out = Buffer.alloc(84 + TRIANGLES.length * 50)
  out.write('solid of bytes all the same')
  out.writeUInt32LE(TRIANGLES.length, 80)
  for (const [at, corners] of TRIANGLES.entries()) {
    const numbers = corners.flatMap((corner) => [...(CORNERS[corner] ?? [])])
    for (const [k, value] of numbers.entries()) out.writeFloatLE(value, 84 + at * 50 + 12 + k * 4)
  }
  return new Uint8Array(out)
}

const plyHead = (format: string) =>
  [
    'ply',
    `format ${format} 1.0`,
    'element vertex 8',
    ...['x', 'y', 'z'].map((name) => `property float ${name}`),
    ...['red', 'green', 'blue'].map((name) => `property uchar ${name}`),
    'element face 6',
    'property list uchar int vertex_indices',
    'end_header',
    '',
  ].join('\n')

export function plyWords(): Uint8Array {
  const points = CORNERS.map((corner) => line('', [...corner, 200, 30, 30]).trim())
  return text(plyHead('ascii') + [...points, ...SIDES.map((side) => line('4', side))].join('\n'))
}

export function plyBytes(): Uint8Array {
  const points = CORNERS.map((corner) => {
    const out = Buffer.alloc(15)
    for (const [k, value] of corner.entries()) out.writeFloatLE(value, k * 4)
    out.set([200, 30, 30], 12)
    return out
  })
  const faces = SIDES.map((side) => {
    const out = Buffer.alloc(17)
    out.writeUInt8(4)
    for (const [k, corner] of side.entries()) out.writeInt32LE(corner, 1 + k * 4)
    return out
  })
  return new Uint8Array(Buffer.concat([Buffer.from(plyHead('binary_little_endian')), ...points, ...faces]))
}

/** A 3DS chunk. */
export function chunk(id: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(6)
  head.writeUInt16LE(id)
  head.writeUInt32LE(6 + body.length, 2)
  return Buffer.concat([head, body])
}

const words16 = (...values: readonly number[]) => Buffer.from(Uint16Array.from(values).buffer)
const floats32 = (...values: readonly number[]) => Buffer.from(Float32Array.from(values).buffer)
const zero = (name: string) => Buffer.from(`${name}\0`, 'latin1')

/** 3DS whose second material lies on every other face: a loader that takes them for successive ones shows the wrong faces. */
export function tdsBytes(): Uint8Array {
  const material = (name: string, colour: readonly number[]) =>
    chunk(0xafff, chunk(0xa000, zero(name)), chunk(0xa020, chunk(0x11, Buffer.from(colour))))
  const odd = TRIANGLES.map((_, at) => at).filter((at) => at % 2 === 1)
  const even = TRIANGLES.map((_, at) => at).filter((at) => at % 2 === 0)
  const faces = chunk(
    0x4120,
    words16(TRIANGLES.length, ...TRIANGLES.flatMap((corners) => [...corners, 7])),
    chunk(0x4130, zero('red'), words16(even.length, ...even)),
    chunk(0x4130, zero('blue'), words16(odd.length, ...odd)),
  )
  const points = chunk(0x4110, words16(8), floats32(...CORNERS.flat()))
  const object = chunk(0x4000, zero('box'), chunk(0x4100, points, faces))
  const lamp = chunk(0x4000, zero('lamp'), chunk(0x4600, floats32(0, 0, 5)))
  const scene = chunk(0x3d3d, object, lamp, material('red', [200, 0, 0]), material('blue', [0, 0, 200]))
  return new Uint8Array(chunk(0x4d4d, chunk(0x0002, Buffer.from([3, 0, 0, 0])), scene))
}

/** The tree of an FBX in centimetres, z up, with a camera and, where given, an embedded picture. */
export function fbxTree(embedded?: Uint8Array): FbxNode[] {
  const object = (name: string, id: number, called: string, type: string, nodes: readonly FbxNode[]) =>
    fbx(name, [{ L: id }, { S: `${called}\0\x01${name}` }, { S: type }], nodes)
  const join = (from: number, to: number) => fbx('C', [{ S: 'OO' }, { L: from }, { L: to }])
  const uvs = SIDES.flatMap(() => UV.flat())
  const geometry = object('Geometry', 10, '', 'Mesh', [
    fbx('Vertices', [{ d: CORNERS.flatMap((corner) => corner.map((value) => value * 100)) }]),
    fbx('PolygonVertexIndex', [{ i: SIDES.flatMap(([a, b, c, d]) => [a, b, c, -1 - d]) }]),
    fbx(
      'LayerElementUV',
      [{ I: 0 }],
      [
        fbx('MappingInformationType', [{ S: 'ByPolygonVertex' }]),
        fbx('ReferenceInformationType', [{ S: 'Direct' }]),
        fbx('UV', [{ d: uvs }]),
      ],
    ),
  ])
  const material = object('Material', 30, 'red', '', [
    fbx('ShadingModel', [{ S: 'phong' }]),
    fbx('Properties70', [], [fbxP('DiffuseColor', 'Color', 0.8, 0.1, 0.1), fbxP('ShininessExponent', 'double', 20)]),
  ])
  const video = object('Video', 50, 'paint', 'Clip', [
    fbx('RelativeFilename', [{ S: 'C:\\Users\\agency\\paint.png' }]),
    ...(embedded ? [fbx('Content', [{ R: embedded }])] : []),
  ])
  const texture = object('Texture', 40, 'paint', '', [
    fbx('FileName', [{ S: 'C:\\Users\\agency\\paint.png' }]),
    fbx('RelativeFilename', [{ S: 'paint.png' }]),
  ])
  return [
    fbx('FBXHeaderExtension', [], [fbx('FBXVersion', [{ I: 7400 }])]),
    fbx(
      'GlobalSettings',
      [],
      [fbx('Properties70', [], [fbxP('UpAxis', 'int', 2), fbxP('UnitScaleFactor', 'double', 1)])],
    ),
    fbx(
      'Objects',
      [],
      [
        geometry,
        object('Model', 20, 'box', 'Mesh', [fbx('Version', [{ I: 232 }])]),
        object('Model', 21, 'view', 'Camera', [fbx('Version', [{ I: 232 }])]),
        object('NodeAttribute', 22, 'view', 'Camera', [fbx('TypeFlags', [{ S: 'Camera' }])]),
        material,
        video,
        texture,
      ],
    ),
    fbx(
      'Connections',
      [],
      [
        join(20, 0),
        join(21, 0),
        join(22, 21),
        join(10, 20),
        join(30, 20),
        fbx('C', [{ S: 'OP' }, { L: 40 }, { L: 30 }, { S: 'DiffuseColor' }]),
        join(50, 40),
      ],
    ),
  ]
}

export const fbxInBytes = (embedded?: Uint8Array): Uint8Array => fbxBytes(fbxTree(embedded))
export const fbxInWords = (): Uint8Array => fbxWords(fbxTree())

/** USDZ: a scene in words with one mesh and a picture, in centimetres. */
export async function usdzBytes(): Promise<Uint8Array> {
  const points = CORNERS.map((corner) => `(${corner.map((value) => value * 100).join(', ')})`).join(', ')
  const st = SIDES.flatMap(() => UV.map((uv) => `(${uv.join(', ')})`)).join(', ')
  const scene = `#usda 1.0
(
    defaultPrim = "Root"
    metersPerUnit = 0.01
    upAxis = "Y"
)

def Xform "Root"
{
    def Mesh "Box" (
        prepend apiSchemas = ["MaterialBindingAPI"]
    )
    {
        int[] faceVertexCounts = [${SIDES.map(() => 4).join(', ')}]
        int[] faceVertexIndices = [${SIDES.flat().join(', ')}]
        rel material:binding = </Root/Paint>
        point3f[] points = [${points}]
        texCoord2f[] primvars:st = [${st}] (
            interpolation = "faceVarying"
        )
    }

    def Material "Paint"
    {
        token outputs:surface.connect = </Root/Paint/Surface.outputs:surface>

        def Shader "Surface"
        {
            uniform token info:id = "UsdPreviewSurface"
            color3f inputs:diffuseColor.connect = </Root/Paint/Picture.outputs:rgb>
            float inputs:roughness = 0.4
            token outputs:surface
        }

        def Shader "Picture"
        {
            uniform token info:id = "UsdUVTexture"
            asset inputs:file = @paint.png@
            float3 outputs:rgb
        }
    }
}
`
  return zipSync({ 'scene.usda': text(scene), 'paint.png': await picture() }, { level: 0 })
}

/** USDZ: a scene in bytes, in millimetres, z up. */
export function usdzInBytes(): Uint8Array {
  const attribute = (name: string, type: string, value: UsdValue) => ({
    path: `/Box.${name}`,
    type: 1,
    fields: { typeName: { token: type }, default: value },
  })
  const scene = usdcBytes({ metersPerUnit: { float: 0.001 }, upAxis: { token: 'Z' } }, [
    { path: '/Box', type: 6, fields: { typeName: { token: 'Mesh' } } },
    attribute('points', 'point3f[]', { vec3: CORNERS.flatMap((corner) => corner.map((value) => value * 1000)) }),
    attribute('faceVertexCounts', 'int[]', { ints: SIDES.map(() => 4) }),
    attribute('faceVertexIndices', 'int[]', { ints: SIDES.flat() }),
  ])
  return zipSync({ 'scene.usdc': scene }, { level: 0 })
}

/** Every sample by a name that it may be uploaded under. */
export async function samples(): Promise<Readonly<Record<string, Uint8Array>>> {
  return {
    'box.zip': await objZip(),
    'box.obj': text(objText()),
    'words.stl': stlWords(),
    'bytes.stl': stlBytes(),
    'words.ply': plyWords(),
    'bytes.ply': plyBytes(),
    'box.3ds': tdsBytes(),
    'bytes.fbx': fbxInBytes(await picture()),
    'words.fbx': fbxInWords(),
    'box.usdz': await usdzBytes(),
    'bytes.usdz': usdzInBytes(),
  }
}
