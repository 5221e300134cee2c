// The made hall: floor, ceiling, sea, screen, static geometry, panels, and the uniforms they share. Plain three, no React.
// What it is made of stands in zones/, load/, booth/; here it only comes together and is taken apart.

import { Group, type Material, type Mesh, type Texture } from 'three'
import { Carpets } from './booth/carpets.ts'
import { BoothLogos } from './booth/logos.ts'
import { ModelDetails } from './booth/model-details.ts'
import { BoothPanels } from './booth/panels.ts'
import { SpotMarkers } from './booth/spot-markers.ts'
import { LAYER_EYE } from './layers.ts'
import type { HallBatch } from './load/batch.ts'
import { UploadQueue } from './load/upload-queue.ts'
import { makeNoise } from './look/noise.ts'
import { type HallUniforms, makeUniforms } from './look/uniforms.ts'
import { FloorMirror } from './mirror.ts'
import { FigureLayer } from './people/figures.ts'
import { makeCeiling } from './zones/ceiling.ts'
import { makeFloor } from './zones/floor.ts'
import { FloorMarker } from './zones/marker.ts'
import { makeSeaWall } from './zones/sea-wall.ts'
import type { Seats } from './zones/seats.ts'
import { StageScreen } from './zones/stage-screen.ts'

export class HallWorld {
  readonly root = new Group()
  readonly uniforms: HallUniforms = makeUniforms()
  readonly mirror = new FloorMirror(this.uniforms)
  readonly floor: Mesh
  readonly sea: Mesh
  readonly screen = new StageScreen()
  readonly panels = new BoothPanels()
  readonly logos = new BoothLogos()
  readonly figures = new FigureLayer()
  readonly marker = new FloorMarker()
  readonly spots = new SpotMarkers()
  /** The cities' own models and the levels chosen for them. */
  readonly models: ModelDetails
  /** Their way to the GPU. */
  readonly uploads = new UploadQueue()
  /** Ids of the plots on which it stands. */
  standing: ReadonlySet<string> = new Set()
  /** True once everything is warm: until then no picture is drawn. */
  open = false
  /** Whether the level mirrors the floor. */
  mirrors = true
  /** There once the static geometry is loaded. */
  batch: HallBatch | null = null
  seats: Seats | null = null
  /** There once the shell is loaded. */
  carpets: Carpets | null = null
  readonly #owned: { dispose(): void }[] = []

  /** @param models chooses the level of each city's own model */
  constructor(models = new ModelDetails()) {
    this.models = models
    this.uniforms.uNoise.value = this.own(makeNoise())
    this.floor = makeFloor(this.uniforms)
    this.sea = makeSeaWall(this.uniforms)
    this.root.add(
      this.floor,
      makeCeiling(this.uniforms),
      this.sea,
      this.screen.mesh,
      this.panels.root,
      this.logos.root,
      this.figures.root,
      this.marker.mesh,
      this.spots.mesh,
    )
  }

  /** Remembers something to dispose of with the hall. */
  own<T extends { dispose(): void }>(thing: T): T {
    this.#owned.push(thing)
    return thing
  }

  /** The baked maps have come. */
  setLight(floor: Texture, light: Texture, probe: Texture): void {
    this.uniforms.uLightFloor.value = this.own(floor)
    this.uniforms.uLight.value = this.own(light)
    this.uniforms.uProbe.value = this.own(probe)
  }

  /** The static geometry has come. */
  setBatch(batch: HallBatch): void {
    this.batch = this.own(batch)
    this.root.add(batch.root)
  }

  /** The audience's seats. */
  setSeats(seats: Seats): void {
    this.seats = seats
    this.root.add(seats.root)
  }

  /** The carpets under cities' own models. */
  setCarpets(carpets: Carpets): void {
    this.carpets = carpets
    this.root.add(carpets.mesh)
  }

  /** A pane of glass. */
  addGlass(pane: Mesh, material: Material): void {
    pane.material = material
    pane.matrixWorld.decompose(pane.position, pane.quaternion, pane.scale)
    pane.layers.set(LAYER_EYE)
    this.root.add(pane)
  }

  dispose(): void {
    this.root.traverse((node) => {
      if (!('isMesh' in node)) return
      const mesh = node as Mesh
      mesh.geometry.dispose()
      for (const material of [mesh.material].flat()) material.dispose()
    })
    for (const thing of this.#owned) thing.dispose()
    this.mirror.dispose()
    this.screen.dispose()
    this.panels.dispose()
    this.logos.dispose()
    this.figures.dispose()
  }
}
