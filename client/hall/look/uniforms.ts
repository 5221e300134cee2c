// The few uniforms that all materials of the hall share: baked light, noise, mirror, time. One object, written in place.

import { DataTexture, Matrix4, type Texture, Vector2 } from 'three'

export interface HallUniforms {
  /** Baked light of floor and of everything flat (decode: c·c·3, times π = irradiance). */
  readonly uLightFloor: { value: Texture }
  readonly uLight: { value: Texture }
  /** Ambient cubes at 1.1 m: 50×30 cells, six directions below one another. */
  readonly uProbe: { value: Texture }
  readonly uNoise: { value: Texture }
  readonly uMirror: { value: Texture }
  readonly uMirrorMatrix: { value: Matrix4 }
  /** 1 where the floor mirrors, 0 on the low level. */
  readonly uMirrorOn: { value: number }
  readonly uResolution: { value: Vector2 }
  /** 1 where nothing smooths edges (low level): far slats then fade into one sheet instead of crawling. */
  readonly uSoft: { value: number }
  /** Seconds; stands still with reduced motion. */
  readonly uTime: { value: number }
  [name: string]: { value: unknown }
}

/** Fresh uniforms with one-pixel stand-ins for what is still loading. */
export function makeUniforms(): HallUniforms {
  const grey = onePixel(150)
  return {
    uLightFloor: { value: grey },
    uLight: { value: grey },
    uProbe: { value: grey },
    uNoise: { value: grey },
    uMirror: { value: grey },
    uMirrorMatrix: { value: new Matrix4() },
    uMirrorOn: { value: 0 },
    uResolution: { value: new Vector2(1, 1) },
    uSoft: { value: 0 },
    uTime: { value: 0 },
  }
}

function onePixel(grey: number): Texture {
  const texture = new DataTexture(new Uint8Array([grey, grey, grey, 255]), 1, 1)
  texture.needsUpdate = true
  return texture
}
