// The sea: one quad that fills the east wall. A quiet seascape of two halves with slow swell; a picture, not a simulation.

import { Mesh, PlaneGeometry, ShaderMaterial } from 'three'
import { SEA } from '../../../shared/hall/hall-plan.ts'
import { DECODE, OUTPUT } from '../look/glsl.ts'
import type { HallUniforms } from '../look/uniforms.ts'

const VERTEX = `
varying vec2 vAt;
void main() {
  vAt = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`

const FRAGMENT = `
${DECODE}
varying vec2 vAt;
#include <common>
#include <dithering_pars_fragment>
const float HORIZON = 0.43;
vec3 skyAt(float up) {
  vec3 c = mix(vec3(1.02, 0.98, 0.90), vec3(0.42, 0.66, 0.80), smoothstep(0.0, 0.75, up / 0.57));
  return mix(c, vec3(0.30, 0.55, 0.72), smoothstep(0.5, 1.0, up / 0.57));
}
vec3 withClouds(vec3 c, vec2 at, float up) {
  vec2 p = vec2(at.x * 0.10 + uTime * 0.0006, up * 1.1);
  float bank = texture2D(uNoise, p).r * 0.6 + texture2D(uNoise, p * vec2(2.7, 4.0) + 0.3).r * 0.4;
  float veil = smoothstep(0.48, 0.72, bank) * smoothstep(0.02, 0.14, up) * (1.0 - smoothstep(0.30, 0.55, up));
  return mix(c, vec3(1.0, 0.965, 0.92), 0.42 * veil);
}
vec3 waterAt(vec2 at, float down) {
  float depth = 0.028 / max(0.004, down);
  vec2 w = vec2(at.x * depth * 2.2, depth * 3.4);
  float blur = clamp(fwidth(w.y) * 1.2, 0.0, 1.0);
  float long_ = texture2D(uNoise, w * vec2(0.10, 0.22) + vec2(uTime * 0.004, uTime * 0.009)).r;
  float short_ = texture2D(uNoise, w * vec2(0.33, 0.9) - vec2(uTime * 0.007, -uTime * 0.014)).r;
  float ripple = texture2D(uNoise, w * vec2(0.9, 2.6) + vec2(uTime * 0.012, uTime * 0.02)).g;
  float close_ = texture2D(uNoise, vec2(at.x * 1.3, down * 14.0) + vec2(uTime * 0.01, -uTime * 0.03)).g;
  float wave = mix(long_ * 0.5 + short_ * 0.32 + ripple * 0.18, 0.5, blur * 0.8);
  wave += (close_ - 0.5) * 0.5 * smoothstep(0.03, 0.25, down);
  vec3 c = mix(vec3(0.50, 0.70, 0.76), vec3(0.03, 0.19, 0.31), smoothstep(0.0, 0.40, down));
  c *= 0.70 + 0.60 * wave;
  float glint = smoothstep(0.55, 0.74, wave) * exp(-down * 5.0);
  return c + vec3(1.0, 0.93, 0.8) * glint * 0.55 * (0.3 + 0.7 * exp(-at.x * at.x * 0.5));
}
void main() {
  vec2 at = vec2((vAt.x - 0.5) * 5.6, vAt.y);
  float up = at.y - HORIZON;
  vec3 sky = withClouds(skyAt(up), at, up);
  vec3 c = mix(waterAt(at, -up), sky, smoothstep(-0.004, 0.004, up));
  c += vec3(0.17, 0.135, 0.08) * exp(-abs(up) * 9.0) * exp(-at.x * at.x * 0.25);
  gl_FragColor = vec4(c, 1.0);
  ${OUTPUT}
}`

export function makeSeaWall(uniforms: HallUniforms): Mesh {
  const material = new ShaderMaterial({ uniforms, vertexShader: VERTEX, fragmentShader: FRAGMENT })
  material.dithering = true
  const mesh = new Mesh(new PlaneGeometry(SEA.width, SEA.height), material)
  mesh.position.set(SEA.x, SEA.y, SEA.z)
  mesh.rotation.y = SEA.yaw
  mesh.name = 'sea'
  return mesh
}
