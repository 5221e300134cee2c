// The terrazzo floor: chips in two sizes, brass joints, the ribbon from the source to the sea, and what the mirror brings.
// All of it procedural, each layer fading to its mean before it can shimmer.

import { MeshStandardMaterial } from 'three'
import { patchMaterial } from './patch.ts'
import type { HallUniforms } from './uniforms.ts'

const HEAD = `
varying vec3 vPlace;
float onRibbon;
vec2 hash2(vec2 p) {
  p = fract(p * vec2(0.1031, 0.1030) + vec2(0.3, 0.7));
  p += dot(p, p.yx + 33.33);
  return fract((p.xx + p.yx) * p.xy + p.yx * 0.37);
}
vec3 chipColour(float pick) {
  return pick < 0.42 ? vec3(0.52, 0.49, 0.44) : pick < 0.66 ? vec3(0.255, 0.24, 0.222)
    : pick < 0.86 ? vec3(0.40, 0.325, 0.24) : vec3(0.60, 0.585, 0.55);
}
vec3 chips(vec2 p, float size, vec3 ground, float pixel) {
  float share = 1.0 - smoothstep(0.25, 0.9, pixel / size);
  if (share <= 0.0) return ground;
  vec2 q = p / size, cell = floor(q);
  vec3 c = ground;
  float soft = pixel / size * 0.7;
  for (int j = -1; j <= 1; j++) for (int i = -1; i <= 1; i++) {
    vec2 g = cell + vec2(i, j), r = hash2(g), r2 = hash2(g + 71.0), d = q - g - 0.2 - 0.6 * r;
    float turn = r2.x * 6.28;
    d = mat2(cos(turn), -sin(turn), sin(turn), cos(turn)) * d;
    float radius = 0.16 + 0.26 * r2.y;
    float edge = max(abs(d.x) * 1.1 + abs(d.y) * 0.35, abs(d.y) * (1.2 + r.x));
    c = mix(c, chipColour(r.y), (1.0 - smoothstep(radius - soft, radius + soft + 0.02, edge)) * share);
  }
  return c;
}
// The map's corners lie on texel centres.
vec3 floorLight(vec2 p) {
  vec2 size = vec2(textureSize(uLightFloor, 0));
  vec2 at = vec2((p.x + 50.0) / 100.0, (p.y + 30.0) / 60.0);
  return decodeLight(texture2D(uLightFloor, (at * (size - 1.0) + 0.5) / size).rgb);
}
float ribbonZ(float x) {
  return 1.15 * sin((x + 38.0) * 0.105) * (1.0 - clamp((x - 20.0) / 18.0, 0.0, 1.0)) * clamp((x + 50.0) / 10.0, 0.0, 1.0);
}
vec3 joints(vec2 p, vec3 c) {
  vec2 pixel = max(fwidth(p), vec2(1e-4));
  vec2 d = abs(fract(p / 5.0 + 0.5) - 0.5) * 5.0;
  vec2 k = clamp((0.006 - d) / pixel + 0.5, 0.0, 1.0) * min(vec2(1.0), 0.012 / pixel);
  return mix(c, vec3(0.42, 0.32, 0.18), 0.5 * max(k.x, k.y));
}
// Seven strands of inlaid metal, drifting apart and together, on a darker bed; each a hair of brass at both edges of the bed.
vec3 ribbon(vec2 p, vec3 ground) {
  float slope = (ribbonZ(p.x + 0.1) - ribbonZ(p.x - 0.1)) / 0.2;
  float across = (p.y - ribbonZ(p.x)) / sqrt(1.0 + slope * slope);
  float pixel = fwidth(across) + 1e-4;
  float spread = 0.56 * (1.0 + 0.26 * sin(p.x * 0.07 + 1.0));
  if (abs(across) > spread + 0.4) return ground;
  float present = smoothstep(-46.6, -45.0, p.x) * (1.0 - smoothstep(39.0, 39.6, p.x));
  vec3 metal = mix(vec3(0.86, 0.60, 0.27), vec3(0.10, 0.40, 0.56), smoothstep(0.12, 0.95, clamp((p.x + 44.0) / 84.0, 0.0, 1.0)));
  float cover = 0.0, tone = 0.0;
  for (int i = 0; i < 7; i++) {
    float k = float(i) - 3.0;
    float middle = k / 3.0 * spread + 0.13 * sin(p.x * 0.16 + k * 1.9) * (1.0 - abs(k) / 4.0);
    float half_ = (0.046 - 0.008 * abs(k)) * (0.75 + 0.25 * sin(p.x * 0.23 + k * 2.7));
    float one = clamp((half_ - abs(across - middle)) / pixel + 0.5, 0.0, 1.0) * min(1.0, half_ * 2.0 / pixel * 0.9 + 0.12);
    if (one > cover) { cover = one; tone = 0.5 + 0.5 * sin(k * 2.1 + p.x * 0.11); }
  }
  float bed = smoothstep(spread + 0.16, spread - 0.1, abs(across)) * present;
  float brushed = texture2D(uNoise, vec2(p.x * 0.05, across * 9.0)).g, hammered = texture2D(uNoise, p * vec2(0.7, 1.3)).g;
  onRibbon = cover * present;
  vec3 c = mix(ground, ground * 0.62 + metal * 0.10, bed * 0.7);
  return mix(c, metal * (0.62 + 0.3 * brushed + 0.22 * tone + 0.2 * hammered), onRibbon);
}
`

const COLOUR = `
onRibbon = 0.0;
{
  vec2 p = vPlace.xz;
  float pixel = max(length(dFdx(p)), length(dFdy(p)));
  vec3 c = vec3(0.435, 0.398, 0.345) * (0.95 + 0.06 * texture2D(uNoise, p * 0.11).r);
  c = chips(p, 0.052, c, pixel);
  c = chips(p + 13.7, 0.021, c, pixel);
  diffuseColor.rgb = ribbon(p, joints(p, c));
}`

/** What the floor mirrors: a blurred picture from the mirror pass, else the hall's environment. */
const RADIANCE = `
vec3 seen;
if (uMirrorOn > 0.5) {
  vec4 m = uMirrorMatrix * vec4(vPlace, 1.0);
  vec2 uv = m.xy / m.w, px = vec2(1.2, 3.0) / uResolution * 4.0;
  seen = vec3(0.0);
  for (int i = -2; i <= 2; i++) seen += textureLod(uMirror, uv + px * vec2(float(i) * 0.35, float(i)), 1.6).rgb;
  seen /= 5.0;
} else {
  seen = getIBLRadiance(geometryViewDir, geometryNormal, 0.3) * clamp(dot(baked, vec3(0.6)), 0.1, 1.0);
}
radiance += seen;`

export function makeFloorMaterial(uniforms: HallUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.3, dithering: true })
  patchMaterial(material, 'hall-floor', uniforms, {
    vertexHead: 'varying vec3 vPlace;',
    vertexMain: 'vPlace = (modelMatrix * vec4(position, 1.0)).xyz;',
    fragmentHead: HEAD,
    colour: COLOUR,
    roughness: 'roughnessFactor = mix(0.2, 0.28, onRibbon);',
    metalness: 'metalnessFactor = onRibbon * 0.9;',
    irradiance: 'floorLight(vPlace.xz)',
    radiance: RADIANCE,
  })
  return material
}
