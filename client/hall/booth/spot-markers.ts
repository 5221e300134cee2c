// The markers of the booths' spots: a bronze ring with a dot on a thin stem over a small foot. One instanced draw for all booths;
// facing the eye and fading with distance are the shader's, so nothing is done for them in a frame.

import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial } from 'three'
import { LAYER_EYE } from '../layers.ts'
import { type HallMark, MARK_FAR, MARK_NEAR } from './spots.ts'

/** Radius of a marker's head, metres, with the soft rim around the ring. */
const HEAD = 0.115
const FOOT = 0.07
/** Half the width of the stem. */
const STEM = 0.0035

// Corners of three rectangles: head, stem, foot; the third number says which.
const VERTEX = `
attribute vec3 aAt;
varying vec2 vOn;
varying float vPart;
varying float vShown;
void main() {
  vOn = position.xy;
  vPart = position.z;
  float far = distance(cameraPosition, aAt);
  vShown = 1.0 - smoothstep(${MARK_NEAR.toFixed(1)}, ${MARK_FAR.toFixed(1)}, far);
  // Small before one's eyes, a little larger than it is far away, so that it stays a ring and not a speck.
  float size = ${HEAD.toFixed(3)} * mix(0.6, 1.5, smoothstep(1.0, 11.0, far));
  vec3 right = vec3(viewMatrix[0][0], viewMatrix[1][0], viewMatrix[2][0]);
  vec3 up = vec3(viewMatrix[0][1], viewMatrix[1][1], viewMatrix[2][1]);
  vec3 at = aAt;
  if (vPart < 0.5) {
    at += (right * vOn.x + up * vOn.y) * size;
  } else if (vPart < 1.5) {
    float top = max(aAt.y - 0.62 * size, 0.0);
    at = vec3(aAt.x, mix(0.03, top, vOn.y * 0.5 + 0.5), aAt.z) + normalize(vec3(right.x, 0.0, right.z)) * vOn.x * ${STEM.toFixed(3)} * (1.0 + 0.12 * far);
  } else {
    at = vec3(aAt.x + vOn.x * ${FOOT.toFixed(3)}, 0.034, aAt.z + vOn.y * ${FOOT.toFixed(3)});
  }
  gl_Position = vShown > 0.0 ? projectionMatrix * viewMatrix * vec4(at, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}`

const FRAGMENT = `
varying vec2 vOn;
varying float vPart;
varying float vShown;
const vec3 BRONZE = vec3(0.60, 0.43, 0.23);
const vec3 PAPER = vec3(0.99, 0.97, 0.94);
void main() {
  float r = length(vOn);
  float edge = fwidth(r) + 0.01;
  if (vPart < 0.5) {
    float disc = 1.0 - smoothstep(0.94 - edge, 0.94, r);
    float ring = smoothstep(0.66 - edge, 0.66, r) * (1.0 - smoothstep(0.84 - edge, 0.84, r));
    float dot_ = 1.0 - smoothstep(0.3 - edge, 0.3, r);
    gl_FragColor = vec4(mix(PAPER, BRONZE, max(ring, dot_)), disc * mix(0.82, 1.0, max(ring, dot_)) * vShown);
  } else if (vPart < 1.5) {
    gl_FragColor = vec4(BRONZE, 0.85 * vShown);
  } else {
    gl_FragColor = vec4(BRONZE, (1.0 - smoothstep(0.9 - edge, 0.9, r)) * 0.8 * vShown);
  }
}`

export class SpotMarkers {
  readonly mesh: Mesh
  #marks: readonly HallMark[] = []

  constructor() {
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
    })
    this.mesh = new Mesh(shape([]), material)
    this.mesh.frustumCulled = false
    this.mesh.visible = false
    this.mesh.renderOrder = 3
    this.mesh.layers.set(LAYER_EYE)
  }

  get marks(): readonly HallMark[] {
    return this.#marks
  }

  show(marks: readonly HallMark[]): void {
    this.#marks = marks
    this.mesh.geometry.dispose()
    this.mesh.geometry = shape(marks)
    this.mesh.visible = marks.length > 0
  }
}

function shape(marks: readonly HallMark[]): InstancedBufferGeometry {
  const corners: number[] = []
  const index: number[] = []
  for (let part = 0; part < 3; part++) {
    for (const [x, y] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const)
      corners.push(x, y, part)
    for (const at of [0, 1, 2, 0, 2, 3]) index.push(4 * part + at)
  }
  // The foot is seen from above.
  index.push(8, 10, 9, 8, 11, 10)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3))
  geometry.setIndex(index)
  const places = new Float32Array(Math.max(1, marks.length) * 3)
  marks.forEach(({ x, y, z }, i) => places.set([x, y, z], 3 * i))
  geometry.setAttribute('aAt', new InstancedBufferAttribute(places, 3))
  geometry.instanceCount = marks.length
  return geometry
}
