// The little matrix arithmetic that the guards need before any library is loaded: 4 × 4, column by column, as glTF has it.

export type Matrix = readonly number[]

interface Placed {
  matrix?: number[] | undefined
  translation?: number[] | undefined
  rotation?: number[] | undefined
  scale?: number[] | undefined
}

/** A node's own matrix, from its matrix or from translation, rotation (quaternion x y z w) and scale. */
export function localMatrix(node: Placed): Matrix {
  if (node.matrix) return node.matrix
  const [tx = 0, ty = 0, tz = 0] = node.translation ?? []
  const [x = 0, y = 0, z = 0, w = 1] = node.rotation ?? []
  const [sx = 1, sy = 1, sz = 1] = node.scale ?? []
  return [
    (1 - 2 * (y * y + z * z)) * sx,
    2 * (x * y + z * w) * sx,
    2 * (x * z - y * w) * sx,
    0,
    2 * (x * y - z * w) * sy,
    (1 - 2 * (x * x + z * z)) * sy,
    2 * (y * z + x * w) * sy,
    0,
    2 * (x * z + y * w) * sz,
    2 * (y * z - x * w) * sz,
    (1 - 2 * (x * x + y * y)) * sz,
    0,
    tx,
    ty,
    tz,
    1,
  ]
}

/** a · b. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const out = new Array<number>(16)
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0
      for (let k = 0; k < 4; k++) sum += (a[k * 4 + row] ?? 0) * (b[column * 4 + k] ?? 0)
      out[column * 4 + row] = sum
    }
  }
  return out
}

/** Determinant of the upper left 3 × 3: the volume by which the matrix scales, negative where it mirrors. */
export function determinant3(m: Matrix): number {
  const [a = 0, b = 0, c = 0, , d = 0, e = 0, f = 0, , g = 0, h = 0, i = 0] = m
  return a * (e * i - f * h) - d * (b * i - c * h) + g * (b * f - c * e)
}
