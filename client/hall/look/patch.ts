// Patches three's standard material at a few named places: where its colour, roughness, metalness and light come from.
// All materials of the hall are made this way, so that light, fog and tone are the same everywhere.

import type { MeshStandardMaterial, WebGLProgramParametersWithUniforms } from 'three'
import { DECODE, FOG } from './glsl.ts'
import type { HallUniforms } from './uniforms.ts'

/** GLSL for the places; an absent one keeps three's own. */
export interface Patch {
  readonly vertexHead?: string
  /** After positions are known: `transformed`, `objectNormal`, `mvPosition`. */
  readonly vertexMain?: string
  readonly fragmentHead?: string
  /** May change `diffuseColor`. */
  readonly colour?: string
  /** May change `roughnessFactor`. */
  readonly roughness?: string
  /** May change `metalnessFactor`. */
  readonly metalness?: string
  /** May change `normal` (view space). */
  readonly normal?: string
  /** An expression: baked irradiance / π at this point. */
  readonly irradiance: string
  /** Statements that add to `radiance`; `baked` is the irradiance / π. */
  readonly radiance?: string
  /** May add to `totalEmissiveRadiance`. */
  readonly emissive?: string
}

/** Specular light from the hall's own environment, dimmed where the baked light is dim. */
const ENVIRONMENT = `
  float occlusion = clamp(dot(baked, vec3(0.6)), mix(0.12, 0.3, material.metalness), 1.15);
  radiance += getIBLRadiance(geometryViewDir, geometryNormal, material.roughness) * occlusion;`

/** Applies a patch. `key` names the program: materials with the same key share it. */
export function patchMaterial(material: MeshStandardMaterial, key: string, uniforms: HallUniforms, patch: Patch): void {
  material.customProgramCacheKey = () => key
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms)
    patchVertex(shader, patch)
    patchFragment(shader, patch)
  }
}

function patchVertex(shader: WebGLProgramParametersWithUniforms, patch: Patch): void {
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', `#include <common>\n${DECODE}${patch.vertexHead ?? ''}`)
    .replace('#include <fog_vertex>', `#include <fog_vertex>\n${patch.vertexMain ?? ''}`)
}

function patchFragment(shader: WebGLProgramParametersWithUniforms, patch: Patch): void {
  const light = `
#if defined( RE_IndirectDiffuse )
  vec3 baked = ${patch.irradiance};
  irradiance += baked * PI;
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
  ${patch.radiance ?? ENVIRONMENT}
#endif`
  shader.fragmentShader = shader.fragmentShader
    .replace('#include <common>', `#include <common>\n${DECODE}${patch.fragmentHead ?? ''}`)
    .replace('#include <color_fragment>', `#include <color_fragment>\n${patch.colour ?? ''}`)
    .replace('#include <roughnessmap_fragment>', `float roughnessFactor = roughness;\n${patch.roughness ?? ''}`)
    .replace('#include <metalnessmap_fragment>', `float metalnessFactor = metalness;\n${patch.metalness ?? ''}`)
    .replace('#include <normal_fragment_maps>', patch.normal ?? '')
    .replace('#include <emissivemap_fragment>', patch.emissive ?? '')
    .replace('#include <lights_fragment_maps>', light)
    .replace('#include <aomap_fragment>', '')
    .replace('#include <opaque_fragment>', `${FOG}\n#include <opaque_fragment>`)
}
