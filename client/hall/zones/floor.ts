// The floor's rectangle. Hidden during its own mirror pass.

import { Mesh, PlaneGeometry } from 'three'
import { makeFloorMaterial } from '../look/floor-material.ts'
import type { HallUniforms } from '../look/uniforms.ts'

export function makeFloor(uniforms: HallUniforms): Mesh {
  const mesh = new Mesh(new PlaneGeometry(100, 60).rotateX(-Math.PI / 2), makeFloorMaterial(uniforms))
  mesh.name = 'floor'
  // Last of the opaque things: most of it is covered, and its shader is the dearest.
  mesh.renderOrder = 1
  return mesh
}
