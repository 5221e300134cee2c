// How different two colours look: sRGB to CIE L*a*b* (D65), and the CIEDE2000 difference. Pure; runs in the page and in Node.

export type Lab = readonly [l: number, a: number, b: number]

/** sRGB of 0 … 255 to linear light, IEC 61966-2-1. */
const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

/** CIE 15: the cube root with its straight piece near black. */
const root = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : (t * (29 / 6) ** 2) / 3 + 4 / 29)

/** L*a*b* of a colour of 0 … 255 per channel, white point D65. */
export function labOf(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [LINEAR[red] ?? 0, LINEAR[green] ?? 0, LINEAR[blue] ?? 0]
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const DEGREE = Math.PI / 180
const POW_25_7 = 25 ** 7
const cosine = (degrees: number) => Math.cos(degrees * DEGREE)

/** Angle of a hue in degrees, 0 … 360; grey has 0. */
function hueOf(a: number, b: number): number {
  if (a === 0 && b === 0) return 0
  const angle = Math.atan2(b, a) / DEGREE
  return angle < 0 ? angle + 360 : angle
}

/**
 * CIEDE2000 with all weights 1. After G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference Formula: Implementation
 * Notes, Supplementary Test Data, and Mathematical Observations", Color Research and Application 30 (2005), equations 2 to 22.
 */
export function deltaE2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const chroma7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7
  const stretch = 1.5 - 0.5 * Math.sqrt(chroma7 / (chroma7 + POW_25_7))
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)]
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)]
  const grey = c1 * c2 === 0
  const turn = grey ? 0 : shortest(h2 - h1)
  const hue = grey ? h1 + h2 : meanHue(h1, h2)
  const [light, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const t =
    1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) - 0.2 * cosine(4 * hue - 63)
  const fromMiddle = (light - 50) ** 2
  const dl = (l2 - l1) / (1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle))
  const dc = (c2 - c1) / (1 + 0.045 * chroma)
  const dh = (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * DEGREE)) / (1 + 0.015 * chroma * t)
  const blue = 30 * Math.exp(-(((hue - 275) / 25) ** 2))
  const bend = -Math.sin(2 * blue * DEGREE) * 2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + POW_25_7))
  return Math.sqrt(dl * dl + dc * dc + dh * dh + bend * dc * dh)
}

const shortest = (turn: number) => (turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn)

function meanHue(h1: number, h2: number): number {
  const sum = h1 + h2
  if (Math.abs(h1 - h2) <= 180) return sum / 2
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
}
