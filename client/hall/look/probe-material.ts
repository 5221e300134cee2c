// For what moves or is drawn many times: people and seats stand in the light of the ambient-cube grid, darker at the feet.
// A figure's vertex colour is a mask: red takes the coat's colour, green the role's, blue the skin's; what is left is shirt.

import { MeshStandardMaterial } from 'three'
import { PROBE } from './glsl.ts'
import { patchMaterial } from './patch.ts'
import type { HallUniforms } from './uniforms.ts'

const VERTEX_MAIN = `
{
  vec4 place = instanceMatrix * vec4(transformed, 1.0);
  vec3 facing = normalize(mat3(instanceMatrix) * objectNormal);
  vLit = probeAt(place.xyz, facing);
  vAbove = transformed.y / uUnits;
}`

const HEAD = 'varying vec3 vLit;\nvarying float vAbove;\n'
const IRRADIANCE = 'vLit * mix(0.62, 1.0, smoothstep(0.0, 0.9, vAbove))'

/** Files keep positions as whole steps; the instance's matrix scales them. `units` is steps a metre. */
const unitsHead = (units: number) => `const float uUnits = ${units.toFixed(1)};\n`

/** Seats: their own colours. */
export function makeSeatMaterial(uniforms: HallUniforms, units: number): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.8, vertexColors: true, dithering: true })
  patchMaterial(material, `hall-seat-${units}`, uniforms, {
    vertexHead: unitsHead(units) + PROBE + HEAD,
    vertexMain: VERTEX_MAIN,
    fragmentHead: HEAD,
    irradiance: IRRADIANCE,
  })
  return material
}

const FIGURE_COLOUR = `
{
  vec3 skin = vec3(0.76, 0.60, 0.47), shirt = vec3(0.80, 0.78, 0.74);
  float cover = vMask.r + vMask.g + vMask.b;
  vec3 c = vMask.r * vCoat + vMask.g * vRole + vMask.b * skin;
  diffuseColor.rgb = cover < 0.02 ? shirt : c;
}`

const FIGURE_HEAD = 'varying vec3 vMask, vCoat, vRole;\n'

/** People: coat and role a figure, by instanced attributes `coat` and `role`. */
export function makeFigureMaterial(uniforms: HallUniforms, units: number): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.78, dithering: true })
  patchMaterial(material, `hall-figure-${units}`, uniforms, {
    vertexHead: `attribute vec3 color, coat, role;\n${unitsHead(units)}${PROBE}${HEAD}${FIGURE_HEAD}`,
    vertexMain: `${VERTEX_MAIN}\nvMask = color; vCoat = coat; vRole = role;`,
    fragmentHead: HEAD + FIGURE_HEAD,
    colour: FIGURE_COLOUR,
    irradiance: IRRADIANCE,
  })
  return material
}
