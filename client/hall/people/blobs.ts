// A soft shadow under everybody: one instanced draw on the floor.

import { InstancedMesh, PlaneGeometry, ShaderMaterial } from 'three'
import { LAYER_EYE } from '../layers.ts'

const VERTEX = `
varying vec2 vAt;
void main() {
  vAt = uv * 2.0 - 1.0;
  gl_Position = projectionMatrix * viewMatrix * modelMatrix * instanceMatrix * vec4(position, 1.0);
}`

const FRAGMENT = `
uniform float uStrength;
varying vec2 vAt;
void main() {
  float r = length(vAt);
  float core = exp(-r * r * 14.0) * 0.35;
  gl_FragColor = vec4(0.06, 0.055, 0.05, (exp(-r * r * 5.0) * 0.5 + core) * smoothstep(1.0, 0.7, r) * uStrength);
}`

/** Blobs of 1.1 × 0.9 m for up to `count` people or seats; `strength` 0 … 1. */
export function makeBlobs(count: number, strength = 1): InstancedMesh {
  const material = new ShaderMaterial({
    uniforms: { uStrength: { value: strength } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    polygonOffsetUnits: -2,
  })
  const mesh = new InstancedMesh(new PlaneGeometry(1.1, 0.9).rotateX(-Math.PI / 2), material, count)
  mesh.frustumCulled = false
  mesh.renderOrder = 2
  mesh.layers.set(LAYER_EYE)
  return mesh
}
