// The ceiling: white slats across the hall in a slow wave, lit from above, one instanced draw; and the bright plane behind.
// The mirror pass gets the same with fewer segments.

import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Group,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  ShaderMaterial,
} from 'three'
import { LAYER_EYE, LAYER_MIRROR } from '../layers.ts'
import { AIR_FUNCTION, OUTPUT } from '../look/glsl.ts'
import type { HallUniforms } from '../look/uniforms.ts'

const PITCH = 0.5
const COUNT = 198
const HALF_WIDTH = 0.03
const LENGTH = 60
const EYE_SEGMENTS = 26
const MIRROR_SEGMENTS = 8
/** Linear colour of the lit plane above the slats. */
const ABOVE = [1.0, 0.96, 0.9] as const

// Every fifth slat hangs deeper and its neighbours shallower: looked at along the hall, the sheet becomes a rhythm.
const VERTEX = `
attribute float side;
varying vec3 vPlace, vView;
varying vec2 vAcross;
varying float vDeep;
void main() {
  float x = instanceMatrix[3].x, z = position.z, number = instanceMatrix[3].y;
  vDeep = step(4.5, mod(number, 5.0) + 0.6);
  float height = 7.45 + 0.95 * sin(x * 0.125 + 0.5 * sin(z * 0.08) + 0.6) + 0.3 * sin(x * 0.05 - z * 0.13);
  vec3 place = vec3(x + position.x, height + position.y * mix(0.36, 0.74, vDeep) - vDeep * 0.30, z);
  vAcross = vec2(side, position.y);
  vPlace = place;
  vec4 view = viewMatrix * vec4(place, 1.0);
  vView = view.xyz;
  gl_Position = projectionMatrix * view;
}`

const FRAGMENT = `
uniform float uSoft;
varying vec3 vPlace, vView;
varying vec2 vAcross;
varying float vDeep;
#include <common>
#include <dithering_pars_fragment>
${AIR_FUNCTION}
void main() {
  float flank = abs(vAcross.x), fromMiddle = abs(vPlace.z);
  float rows = exp(-pow((fromMiddle - 9.4) / 3.6, 2.0)) + exp(-pow((fromMiddle - 22.5) / 3.6, 2.0));
  float edge = exp(-pow((30.0 - fromMiddle) / 2.2, 2.0));
  float above = 0.80 + 0.32 * rows + 0.5 * edge;
  float high = clamp((vPlace.y - 6.2) / 2.4, 0.0, 1.0);
  float bottom = mix(0.60, 0.44, vDeep) + 0.14 * rows;
  float light = mix(bottom, mix(0.46, 1.06, vAcross.y * vAcross.y) * above + 0.1, flank) * (0.80 + 0.30 * high);
  vec3 c = light * mix(vec3(1.0, 0.965, 0.918), vec3(1.0, 0.95, 0.87), min(rows, 1.0));
  float sea = smoothstep(20.0, 50.0, vPlace.x);
  c = mix(c, c * vec3(0.84, 0.97, 1.06), sea * 0.7 * (1.0 - 0.5 * vAcross.y));
  c *= vAcross.x < 0.0 ? 0.92 : 1.0;
  vec3 sheet = vec3(0.66, 0.64, 0.61) * (0.86 + 0.24 * high) * mix(1.0, above, 0.5);
  c = mix(c, sheet, uSoft * 0.85 * smoothstep(9.0, 34.0, length(vView)));
  gl_FragColor = vec4(throughAir(c, length(vView)), 1.0);
  ${OUTPUT}
}`

export function makeCeiling(uniforms: HallUniforms): Group {
  const material = new ShaderMaterial({ uniforms, vertexShader: VERTEX, fragmentShader: FRAGMENT, side: DoubleSide })
  material.dithering = true
  const group = new Group()
  group.add(slats(EYE_SEGMENTS, material, LAYER_EYE), slats(MIRROR_SEGMENTS, material, LAYER_MIRROR), lightPlane())
  return group
}

function slats(segments: number, material: ShaderMaterial, layer: number): InstancedMesh {
  const mesh = new InstancedMesh(slatGeometry(segments), material, COUNT)
  const matrix = new Matrix4()
  for (let i = 0; i < COUNT; i++) {
    // The number of the slat rides in y; the wave gives the real height.
    mesh.setMatrixAt(i, matrix.makeTranslation(-49.25 + i * PITCH, i, 0))
  }
  mesh.frustumCulled = false
  mesh.layers.set(layer)
  mesh.matrixAutoUpdate = false
  return mesh
}

/** Three faces (west flank, bottom, east flank), each a strip along z; y runs 0 (bottom) to 1. */
function slatGeometry(segments: number): BufferGeometry {
  const corners = [
    [-HALF_WIDTH, 1],
    [-HALF_WIDTH, 0],
    [HALF_WIDTH, 0],
    [HALF_WIDTH, 1],
  ] as const
  const positions: number[] = []
  const sides: number[] = []
  const indices: number[] = []
  for (let face = 0; face < 3; face++) {
    const [ax, ay] = corners[face] as readonly [number, number]
    const [bx, by] = corners[face + 1] as readonly [number, number]
    const first = sides.length
    for (let j = 0; j <= segments; j++) {
      const z = (j / segments - 0.5) * LENGTH
      positions.push(ax, ay, z, bx, by, z)
      sides.push(face - 1, face - 1)
      const at = first + 2 * j
      if (j < segments) indices.push(at, at + 1, at + 3, at, at + 3, at + 2)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('side', new BufferAttribute(new Float32Array(sides), 1))
  geometry.setIndex(indices)
  return geometry
}

function lightPlane(): Mesh {
  const geometry = new PlaneGeometry(100, LENGTH).rotateX(Math.PI / 2).translate(0, 9.36, 0)
  const material = new MeshBasicMaterial({ fog: false })
  material.color.setRGB(...ABOVE)
  return new Mesh(geometry, material)
}
