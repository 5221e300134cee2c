// Pieces of GLSL that several materials share. Values are those of the look's recipe.

/** Baked light: three bytes hold sqrt(irradiance / π / 3). */
export const DECODE = `
uniform sampler2D uLightFloor, uLight, uProbe, uNoise, uMirror;
uniform mat4 uMirrorMatrix;
uniform float uMirrorOn, uTime;
uniform vec2 uResolution;
vec3 decodeLight(vec3 c) { return c * c * 3.0; }
`

/** What far things fade to, linear. */
const AIR = 'vec3(0.88, 0.87, 0.845)'

/** A thin veil of air from 8 m on, as a function for shaders of our own. */
export const AIR_FUNCTION = `
vec3 throughAir(vec3 colour, float distance_) {
  return mix(colour, ${AIR}, 1.0 - exp(-0.0022 * max(0.0, distance_ - 8.0)));
}
`

/** The same inside three's standard material. */
export const FOG = `outgoingLight = mix(outgoingLight, ${AIR}, 1.0 - exp(-0.0022 * max(0.0, length(vViewPosition) - 8.0)));`

/** Light of the ambient-cube grid at a place, for a direction; irradiance / π. */
export const PROBE = `
vec3 probeRow(vec2 at, float row) {
  return decodeLight(texture2D(uProbe, vec2(at.x, (row + clamp(at.y, 0.02, 0.98)) / 6.0)).rgb);
}
vec3 probeAt(vec3 place, vec3 direction) {
  vec2 at = vec2((place.x + 50.0) / 100.0, (place.z + 30.0) / 60.0);
  vec3 share = direction * direction;
  return share.x * probeRow(at, direction.x > 0.0 ? 0.0 : 1.0)
    + share.y * probeRow(at, direction.y > 0.0 ? 2.0 : 3.0)
    + share.z * probeRow(at, direction.z > 0.0 ? 4.0 : 5.0);
}
`

/** End of a shader of our own: tone, colour space, dithering as everywhere. */
export const OUTPUT = `
#include <tonemapping_fragment>
#include <colorspace_fragment>
#include <dithering_fragment>
`
