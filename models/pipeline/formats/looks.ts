// Materials of three (Phong, Lambert, physical) as metal and roughness. What glTF has no place for is counted and said.
import type { Document, Material as GltfMaterial, TextureInfo } from '@gltf-transform/core'
import { KHRTextureTransform } from '@gltf-transform/extensions'
import {
  ClampToEdgeWrapping,
  type Color,
  DoubleSide,
  type Material,
  type MeshPhongMaterial,
  type MeshPhysicalMaterial,
  MirroredRepeatWrapping,
  type Texture,
} from 'three'
import type { Findings } from '../fault.ts'
import { joinAlpha, joinFinish } from './join-pictures.ts'
import { type FoundPicture, Pictures } from './pictures.ts'
import { isNoted } from './run-loader.ts'

type Any = Material & Partial<MeshPhongMaterial> & Partial<MeshPhysicalMaterial>

const DROPPED = ['bumpMap', 'specularMap', 'displacementMap', 'envMap', 'lightMap'] as const

/** Makes each look once. */
export class Looks {
  private readonly known = new Map<string, Promise<GltfMaterial>>()
  private converted = 0
  private twoSided = 0
  private dropped = 0
  private readonly document: Document
  private readonly pictures: Pictures
  private readonly findings: Findings
  constructor(document: Document, pictures: Pictures, findings: Findings) {
    this.document = document
    this.pictures = pictures
    this.findings = findings
  }

  /** The look of a material. `open`: the surface has an edge; `mapped`: it has places for pictures. */
  async of(material: Material | undefined, open: boolean, mapped: boolean): Promise<GltfMaterial> {
    const key = `${material?.uuid ?? ''} ${open} ${mapped}`
    const known = this.known.get(key) ?? this.make((material ?? null) as Any | null, open, mapped)
    this.known.set(key, known)
    return await known
  }

  say(): void {
    if (this.converted > 0) this.findings.add('model.found-materials-converted', { count: this.converted })
    if (this.twoSided > 0) this.findings.add('model.found-sides-added', { count: this.twoSided })
    if (this.dropped > 0) this.findings.add('model.found-maps-dropped', { count: this.dropped })
  }

  private async make(material: Any | null, open: boolean, mapped: boolean): Promise<GltfMaterial> {
    const out = this.document.createMaterial()
    const two = material?.side === DoubleSide
    if (open && !two) this.twoSided++
    out.setDoubleSided(two || open)
    if (!material) return out.setBaseColorFactor([0.6, 0.6, 0.6, 1]).setMetallicFactor(0).setRoughnessFactor(0.9)
    const [r, g, b] = colourOf(material.color, 1)
    const opacity = number(material.opacity, 1)
    out.setBaseColorFactor([r, g, b, opacity])
    if (opacity < 1) out.setAlphaMode('BLEND')
    out.setEmissiveFactor(
      colourOf(material.emissive, 0).map((v) => Math.min(1, v * number(material.emissiveIntensity, 1))) as never,
    )
    this.finish(material, out)
    if (mapped) await this.dress(material, out)
    this.dropped += DROPPED.filter((key) => material[key as keyof Any]).length
    return out
  }

  // Blinn-Phong's exponent n looks like a roughness of (2 / (n + 2))^(1/4) (alpha = roughness², Karis 2013).
  private finish(material: Any, out: GltfMaterial): void {
    if (material.roughness !== undefined) {
      out.setRoughnessFactor(number(material.roughness, 1)).setMetallicFactor(number(material.metalness, 0))
      return
    }
    this.converted++
    const shine = Math.max(...colourOf(material.specular, 0))
    const rough = (2 / (Math.max(0, number(material.shininess, 0)) + 2)) ** 0.25
    out.setMetallicFactor(0).setRoughnessFactor(shine < 0.01 ? 0.9 : Math.min(1, Math.max(0.25, rough)))
  }

  private async dress(material: Any, out: GltfMaterial): Promise<void> {
    const base = await this.find(material.map)
    const alpha = await this.find(material.alphaMap)
    const whole = alpha && (await joinAlpha(base, alpha))
    const cover = whole ?? base
    if (cover) {
      // A picture takes the place of a plain grey in the programs these come from; a colour tints it.
      const [r, g, b, a] = out.getBaseColorFactor()
      if (r === g && g === b) out.setBaseColorFactor([1, 1, 1, a])
      out.setBaseColorTexture(this.texture(cover))
      this.place(out.getBaseColorTextureInfo(), base ? material.map : material.alphaMap)
    }
    if (whole && out.getAlphaMode() === 'OPAQUE') out.setAlphaMode('MASK').setAlphaCutoff(0.5)
    const normal = await this.find(material.normalMap)
    if (normal) this.place(out.setNormalTexture(this.texture(normal)).getNormalTextureInfo(), material.normalMap)
    const glow = await this.find(material.emissiveMap)
    if (glow) {
      this.place(out.setEmissiveTexture(this.texture(glow)).getEmissiveTextureInfo(), material.emissiveMap)
      if (out.getEmissiveFactor().every((value) => value === 0)) out.setEmissiveFactor([1, 1, 1])
    }
    const finish = await joinFinish(await this.find(material.roughnessMap), await this.find(material.metalnessMap))
    if (!finish) return
    out.setMetallicRoughnessTexture(this.texture(finish))
    this.place(out.getMetallicRoughnessTextureInfo(), material.roughnessMap ?? material.metalnessMap)
  }

  private async find(texture: Texture | null | undefined): Promise<FoundPicture | undefined> {
    const image: unknown = texture?.image
    return isNoted(image) ? await this.pictures.find(image) : undefined
  }

  private readonly textures = new Map<FoundPicture, ReturnType<Document['createTexture']>>()
  private texture(picture: FoundPicture) {
    const known = this.textures.get(picture)
    if (known) return known
    const made = this.document.createTexture().setImage(new Uint8Array(picture.bytes)).setMimeType(picture.mimeType)
    this.textures.set(picture, made)
    return made
  }

  // v counts from above now, so what was moved up by o and scaled by s is moved by 1 − s − o.
  private place(info: TextureInfo | null, texture: Texture | null | undefined): void {
    if (!info || !texture) return
    info.setWrapS(wrapOf(texture.wrapS)).setWrapT(wrapOf(texture.wrapT))
    const [sx, sy, ox, oy] = [texture.repeat.x, texture.repeat.y, texture.offset.x, texture.offset.y]
    if (![sx, sy, ox, oy].every(Number.isFinite) || (sx === 1 && sy === 1 && ox === 0 && oy === 0)) return
    const moved = this.document.createExtension(KHRTextureTransform).createTransform()
    info.setExtension('KHR_texture_transform', moved.setScale([sx, sy]).setOffset([ox, 1 - sy - oy]))
  }
}

function wrapOf(wrap: number) {
  if (wrap === ClampToEdgeWrapping) return 33071
  return wrap === MirroredRepeatWrapping ? 33648 : 10497
}

const number = (value: number | null | undefined, otherwise: number) =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise

function colourOf(colour: Color | null | undefined, otherwise: number): [number, number, number] {
  const part = (value: number | undefined) => Math.min(1, Math.max(0, number(value, otherwise)))
  return [part(colour?.r), part(colour?.g), part(colour?.b)]
}
