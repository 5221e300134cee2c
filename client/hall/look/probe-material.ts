// For what moves: people and seats stand in the light of the ambient-cube grid, darker towards their feet.

import { MeshStandardMaterial } from 'three'
import { PROBE } from './glsl.ts'
import { patchMaterial } from './patch.ts'
import type { HallUniforms } from './uniforms.ts'

const VERTEX_MAIN = `
{
  vec4 place = vec4(transformed, 1.0);
  vec3 facing = objectNormal;
  #ifdef USE_INSTANCING
    place = instanceMatrix * place;
    facing = mat3(instanceMatrix) * facing;
  #endif
  place = modelMatrix * place;
  facing = normalize(mat3(modelMatrix) * facing);
  vLit = probeAt(place.xyz, facing);
  vAbove = place.y;
}`

const HEAD = 'varying vec3 vLit;\nvarying float vAbove;\n'

/** One program for everything lit by the probes. */
export function makeProbeMaterial(uniforms: HallUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.72, vertexColors: true, dithering: true })
  patchMaterial(material, 'hall-probe', uniforms, {
    vertexHead: PROBE + HEAD,
    vertexMain: VERTEX_MAIN,
    fragmentHead: HEAD,
    irradiance: 'vLit * mix(0.62, 1.0, smoothstep(0.0, 0.9, vAbove))',
  })
  return material
}
