// The one material of everything static: plaster, oak, bronze, textile, stone, glow, leaf, chosen per vertex by `_mat`.
// Light comes from the map (flat things) or from the vertex (curved things): `_irr.a` says which.

import { MeshStandardMaterial } from 'three'
import { patchMaterial } from './patch.ts'
import type { HallUniforms } from './uniforms.ts'

/** Steps a metre of the files' material coordinates, as models/build writes them. */
export const UV_STEPS = 256

const VARYINGS = `
varying vec4 vMat, vIrr;
varying vec2 vMetres, vLightUv;
`

const VERTEX_HEAD = `attribute vec4 _mat, _irr;
attribute vec2 uv1;
${VARYINGS}`

const VERTEX_MAIN = `vMat = _mat; vIrr = _irr; vMetres = uv / ${UV_STEPS}.0; vLightUv = uv1;`

// Eight bits and a lossy picture let the hue of the map's light waver by a few hundredths: on plaster that is pink and green
// stains. Most of the hue is therefore the lamps' own; how bright it is stays the map's.
const STEADY_HUE = `
vec3 steadyHue(vec3 c) {
  return mix(c, dot(c, vec3(0.30, 0.59, 0.11)) * vec3(1.035, 1.0, 0.935), 0.7);
}
`

// Kinds: 0 plain, 1 plaster, 2 oak, 3 bronze, 4 textile, 5 stone, 6 glow, 7 leaf.
const FRAGMENT_HEAD = `${VARYINGS}${STEADY_HUE}
float kind, roughScale, bump;
float seamOf(float across, float width) {
  float w = fwidth(across) / width;
  float seam = smoothstep(0.0, 0.03 + w, 1.0 - 2.0 * abs(fract(across / width) - 0.5));
  return mix(seam, 1.0, clamp(w * 1.6, 0.0, 1.0));
}
void plaster(inout vec3 c) {
  float broad = texture2D(uNoise, vMetres * 0.23).r, fine = texture2D(uNoise, vMetres * 1.7).g;
  float trowel = texture2D(uNoise, vMetres * vec2(5.0, 7.0)).a;
  c *= 0.955 + 0.05 * broad + 0.02 * fine + 0.02 * trowel;
  bump = trowel * 0.5 + fine;
}
void oak(inout vec3 c) {
  float board = floor(vMetres.y / 0.145);
  float own = fract(sin(board * 91.7) * 4371.3);
  vec2 g = vec2(vMetres.x * 0.35 + own * 7.0, vMetres.y * 3.1 + own * 3.0);
  float broad = texture2D(uNoise, g * vec2(0.5, 1.4)).r;
  float fibre = texture2D(uNoise, g * vec2(1.1, 6.0)).g;
  float pore = texture2D(uNoise, vec2(vMetres.x * 2.2 + own, vMetres.y * 42.0)).a;
  c *= (0.90 + 0.224 * (broad - 0.5) + 0.12 * (fibre - 0.5) + 0.1 * own) * mix(0.6, 1.0, seamOf(vMetres.y, 0.145));
  c *= mix(vec3(1.0), vec3(0.90, 0.87, 0.82), smoothstep(0.62, 0.85, pore) * (1.0 - clamp(fwidth(vMetres.y) * 60.0, 0.0, 1.0)));
  c *= mix(vec3(1.03, 1.0, 0.95), vec3(0.97, 1.0, 1.04), broad);
  roughScale = 0.82 + 0.4 * broad;
  bump = fibre * 0.6 + pore * 0.4;
}
void bronze(inout vec3 c) {
  float brushed = texture2D(uNoise, vMetres * vec2(0.6, 9.0)).g, broad = texture2D(uNoise, vMetres * 0.9).r;
  roughScale = 0.75 + 0.45 * brushed;
  c *= 0.93 + 0.14 * brushed;
  c *= mix(vec3(0.94, 0.95, 0.98), vec3(1.05, 1.02, 0.97), broad);
}
void textile(inout vec3 c) {
  float white = texture2D(uNoise, vMetres * 7.0).b, cloud = texture2D(uNoise, vMetres * 2.0).g;
  vec2 thread = vMetres * 260.0;
  float weave = 0.5 + 0.25 * (sin(thread.x) + sin(thread.y));
  weave = mix(weave, 0.5, clamp(fwidth(vMetres.x) * 90.0, 0.0, 1.0));
  c *= 0.86 + 0.08 * white + 0.1 * cloud + 0.08 * weave;
  bump = weave * 1.2 + white * 0.3;
}
void stone(inout vec3 c) {
  float cloud = texture2D(uNoise, vMetres * 2.5).g, broad = texture2D(uNoise, vMetres * 0.6).r;
  float pit = smoothstep(0.72, 0.9, texture2D(uNoise, vMetres * 9.0).a) * (1.0 - clamp(fwidth(vMetres.x) * 40.0, 0.0, 1.0));
  c *= 0.88 + 0.14 * cloud + 0.1 * broad - 0.16 * pit;
  bump = cloud * 0.8 - pit;
}
void leaf(inout vec3 c) {
  float cloud = texture2D(uNoise, vMetres * 3.0).g;
  float rib = 1.0 - smoothstep(0.0, 0.012 + fwidth(vMetres.x), abs(vMetres.x));
  c *= 0.78 + 0.4 * cloud;
  c = mix(c, c * vec3(1.25, 1.22, 0.95), 0.5 * rib);
  c *= gl_FrontFacing ? vec3(1.0) : vec3(1.18, 1.2, 0.9);
}
`

const COLOUR = `
kind = floor(vMat.z * 8.0 + 0.5); roughScale = 1.0; bump = 0.0;
if (kind == 1.0) plaster(diffuseColor.rgb);
else if (kind == 2.0) oak(diffuseColor.rgb);
else if (kind == 3.0) bronze(diffuseColor.rgb);
else if (kind == 4.0) textile(diffuseColor.rgb);
else if (kind == 5.0) stone(diffuseColor.rgb);
else if (kind == 7.0) leaf(diffuseColor.rgb);
`

/** Grain one can feel at arm's length: the surface tilts a little by its own pattern, fading out within a few metres. */
const NORMAL = `
{
  float near = 1.0 - smoothstep(2.0, 7.0, length(vViewPosition));
  vec2 tilt = vec2(dFdx(bump), dFdy(bump));
  if (near > 0.0) {
    vec3 sx = dFdx(-vViewPosition), sy = dFdy(-vViewPosition);
    vec3 r1 = cross(sy, normal), r2 = cross(normal, sx);
    float det = dot(sx, r1);
    vec3 grad = sign(det) * (tilt.x * r1 + tilt.y * r2);
    normal = normalize(abs(det) * normal - grad * 0.0011 * near);
  }
}`

/** Made once; all booths and the shell share its one program. */
export function makeUberMaterial(uniforms: HallUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ vertexColors: true, dithering: true })
  patchMaterial(material, 'hall-uber', uniforms, {
    vertexHead: VERTEX_HEAD,
    vertexMain: VERTEX_MAIN,
    fragmentHead: FRAGMENT_HEAD,
    colour: COLOUR,
    roughness: 'roughnessFactor = clamp(vMat.x * roughScale, 0.05, 1.0);',
    metalness: 'metalnessFactor = vMat.y;',
    normal: NORMAL,
    irradiance: 'mix(steadyHue(decodeLight(texture2D(uLight, vLightUv).rgb)), decodeLight(vIrr.rgb), vIrr.a)',
    emissive: 'totalEmissiveRadiance = vMat.w * diffuseColor.rgb;',
  })
  return material
}
