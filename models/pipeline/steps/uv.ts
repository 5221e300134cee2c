// Where a texture is read: KHR_texture_transform.
import type { Transform } from '@gltf-transform/extensions'

/** A place after the transform: scale, then rotation, then offset. Without one it stays. */
export function shift(transform: Transform | null, u: number, v: number): readonly [number, number] {
  if (!transform) return [u, v]
  const [sx, sy] = transform.getScale()
  const [ox, oy] = transform.getOffset()
  const [sin, cos] = [Math.sin(transform.getRotation()), Math.cos(transform.getRotation())]
  return [cos * u * sx + sin * v * sy + ox, -sin * u * sx + cos * v * sy + oy]
}
