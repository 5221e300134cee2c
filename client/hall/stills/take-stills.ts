// Takes the pictures of a model for where the hall is not drawn: the hall's own light, a warm plain ground, eye height. Runs in a page of
// the house's own browser (page.ts) and, where there is none, in the studio.

import {
  Box3,
  CanvasTexture,
  CircleGeometry,
  Color,
  DoubleSide,
  type Group,
  Mesh,
  MeshBasicMaterial,
  NeutralToneMapping,
  OrthographicCamera,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
} from 'three'
import { STILL, THUMBNAIL } from '../../../shared/model/stills.ts'
import { disposeModel } from '../booth/dispose.ts'
import { loadEnvironment } from '../load/environment.ts'
import { loadModel } from '../load/gltf.ts'
import { EXPOSURE, MODEL_LIGHT } from '../look/light.ts'
import { type StillView, stillViews } from './views.ts'

/** Warm and plain; a shade under white walls, so that they stand out. */
const AIR = '#e8e0d2'
const GROUND = '#cfc4b1'
const QUALITY = 0.86
/** What stands lower than this darkens the floor under it, metres. */
const CONTACT = 0.6

export interface Taken {
  readonly stills: readonly Blob[]
  readonly thumbnail: Blob
}

/** Loads the model and takes its pictures, WebP where the browser writes it, else PNG. Lets go of everything it made. */
export async function takeStills(url: string, light: string, signal: AbortSignal): Promise<Taken> {
  const renderer = new WebGLRenderer({ antialias: true, alpha: true, preserveDrawingBuffer: true })
  renderer.toneMapping = NeutralToneMapping
  renderer.toneMappingExposure = EXPOSURE
  renderer.setPixelRatio(1)
  try {
    const [{ scene: model }, environment] = await Promise.all([
      loadModel(url, signal, renderer),
      loadEnvironment(light, renderer, signal),
    ])
    const scene = new Scene()
    scene.environment = environment
    scene.environmentIntensity = MODEL_LIGHT
    scene.add(model)
    scene.updateMatrixWorld(true)
    model.traverse((node) => {
      node.frustumCulled = false
    })
    const box = new Box3().setFromObject(model, true)
    const shadow = contactOf(renderer, scene, box)
    scene.background = new Color(AIR)
    scene.add(floor(), shadow)
    const size = box.getSize(new Vector3())
    const stills: Blob[] = []
    renderer.setSize(STILL.width, STILL.height, false)
    let thumbnail: Blob | undefined
    for (const view of stillViews(size, STILL.width / STILL.height)) {
      signal.throwIfAborted()
      renderer.render(scene, cameraAt(view))
      stills.push(await written(renderer.domElement))
      thumbnail ??= await written(smaller(renderer.domElement))
    }
    environment.dispose()
    letGo(model, scene)
    if (!thumbnail) throw new Error('no picture was taken')
    return { stills, thumbnail }
  } finally {
    renderer.dispose()
    renderer.forceContextLoss()
  }
}

function letGo(model: Group, scene: Scene): void {
  disposeModel(model)
  for (const node of scene.children) if (node instanceof Mesh) disposeModel(node)
}

function cameraAt({ eye, at, fov }: StillView): PerspectiveCamera {
  const camera = new PerspectiveCamera(fov, STILL.width / STILL.height, 0.1, 300)
  camera.position.set(...eye)
  camera.lookAt(...at)
  return camera
}

/** The floor goes over into the air, so that there is no edge. */
function floor(): Mesh {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 256
  const pen = penOf(canvas)
  const fade = pen.createRadialGradient(128, 128, 0, 128, 128, 128)
  fade.addColorStop(0, GROUND)
  fade.addColorStop(0.3, `${GROUND}c0`)
  fade.addColorStop(0.6, `${GROUND}50`)
  fade.addColorStop(1, `${GROUND}00`)
  pen.fillStyle = fade
  pen.fillRect(0, 0, 256, 256)
  return onFloor(new CircleGeometry(14, 64), canvas, 0)
}

/** Where the model touches the floor, seen from below and blurred. */
function contactOf(renderer: WebGLRenderer, scene: Scene, box: Box3): Mesh {
  const size = box.getSize(new Vector3())
  const middle = box.getCenter(new Vector3())
  const side = Math.max(size.x, size.z) * 1.5 + 0.6
  const camera = new OrthographicCamera(-side / 2, side / 2, side / 2, -side / 2, 0, CONTACT)
  camera.position.set(middle.x, box.min.y - 0.01, middle.z)
  camera.up.set(0, 0, 1)
  camera.lookAt(middle.x, box.min.y + 1, middle.z)
  const black = new MeshBasicMaterial({ color: 0x000000, side: DoubleSide })
  scene.overrideMaterial = black
  renderer.setSize(256, 256, false)
  renderer.setClearColor(0x000000, 0)
  renderer.render(scene, camera)
  scene.overrideMaterial = null
  black.dispose()
  const shadow = onFloor(new PlaneGeometry(side, side), blurred(renderer.domElement), 0.003)
  shadow.position.x = middle.x
  shadow.position.z = middle.z
  return shadow
}

/** The floor's picture has its top at the back: turned over. Drawn small and large again, step by step, it is soft. */
function blurred(from: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 256
  const pen = penOf(canvas)
  pen.translate(0, 256)
  pen.scale(1, -1)
  pen.imageSmoothingQuality = 'high'
  pen.globalAlpha = 0.22
  for (const steps of [
    [128, 64, 32, 64, 128],
    [128, 64, 32, 16, 32, 64, 128],
  ]) {
    pen.drawImage(
      steps.reduce((picture, side) => drawn(picture, side, side), from),
      0,
      0,
      256,
      256,
    )
  }
  return canvas
}

function onFloor(shape: PlaneGeometry | CircleGeometry, picture: HTMLCanvasElement, y: number): Mesh {
  const map = new CanvasTexture(picture)
  map.colorSpace = SRGBColorSpace
  const material = new MeshBasicMaterial({ map, transparent: true, depthWrite: false, toneMapped: false })
  const mesh = new Mesh(shape, material)
  mesh.rotation.x = -Math.PI / 2
  mesh.position.y = y
  mesh.renderOrder = -1
  return mesh
}

function smaller(from: HTMLCanvasElement): HTMLCanvasElement {
  const half = drawn(from, STILL.width / 2, STILL.height / 2)
  return drawn(half, THUMBNAIL.width, THUMBNAIL.height)
}

function drawn(from: HTMLCanvasElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = penOf(canvas)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(from, 0, 0, width, height)
  return canvas
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  return pen
}

const written = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('no picture')))
    canvas.toBlob(take, 'image/webp', QUALITY)
  })
