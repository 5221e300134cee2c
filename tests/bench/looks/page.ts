// The page that takes pictures of models: three, the project's own decoders and the hall's own light, on a neutral grey. Built and
// driven by camera.ts; it fetches only what that hands it. The pictures stay here, only their differences leave.

import {
  Box3,
  Group,
  Mesh,
  MeshPhysicalMaterial,
  NeutralToneMapping,
  type Object3D,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'
import { DRACOLoader } from 'three/examples/jsm/loaders/DRACOLoader.js'
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js'
import { KTX2Loader } from 'three/examples/jsm/loaders/KTX2Loader.js'
import { disposeModel } from '../../../client/hall/booth/dispose.ts'
import { loadEnvironment } from '../../../client/hall/load/environment.ts'
import { type Difference, differenceOf, type Picture } from './difference.ts'
import type { Looker, View } from './view.ts'

const GREY = 0x808080
/** A screen of 1440 × 900, of which only what is around the model is drawn. */
const SCREEN = { width: 1440, height: 900 }
const MARGIN = 10

const renderer = new WebGLRenderer({ antialias: true, alpha: true, preserveDrawingBuffer: true })
const draco = new DRACOLoader().setDecoderPath('/libs/draco/gltf/')
const basis = new KTX2Loader().setTranscoderPath('/libs/basis/').detectSupport(renderer)
const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).setDRACOLoader(draco).setKTX2Loader(basis)

interface Shown {
  readonly scene: Scene
  readonly box: Box3
}

/** Pictures of the model that the others are compared with, by view. */
const original = new Map<string, Picture>()
let before: Shown | null = null

const looker: Looker = {
  async begin({ exposure }) {
    renderer.toneMapping = NeutralToneMapping
    renderer.toneMappingExposure = exposure
    renderer.setPixelRatio(1)
  },
  async original(url, intensity) {
    if (before) disposeModel(before.scene)
    original.clear()
    before = await load(url, null, intensity)
  },
  async compare(url, matrix, intensity, views) {
    if (!before) throw new Error('no model to compare with')
    const shown = await load(url, matrix, intensity)
    const differences: Difference[] = []
    const pictures: string[] = []
    for (const view of views) {
      const key = JSON.stringify(view)
      const first = original.get(key) ?? take(before, view, before.box)
      original.set(key, first)
      const second = take(shown, view, before.box)
      differences.push(differenceOf(first, second))
      if (view.keep) pictures.push(dataUrl(first), dataUrl(second))
    }
    disposeModel(shown.scene)
    return { differences, pictures }
  },
}
window.__looker = looker

let light: Promise<Scene['environment']> | null = null

async function load(url: string, matrix: readonly number[] | null, intensity: number): Promise<Shown> {
  light ??= loadEnvironment('/env.webp', renderer, new AbortController().signal)
  const { scene: model } = await loader.loadAsync(url)
  const scene = new Scene()
  scene.environment = await light
  scene.environmentIntensity = intensity
  const fitted = new Group().add(model)
  if (matrix) {
    fitted.matrix.fromArray([...matrix])
    fitted.matrix.decompose(fitted.position, fitted.quaternion, fitted.scale)
  }
  scene.add(fitted)
  scene.updateMatrixWorld(true)
  scene.traverse(plain)
  return { scene, box: new Box3().setFromObject(fitted, true) }
}

/** Points and lines are left out by the pipeline and said; here they are left out of every model, so that none loses by it. */
function plain(node: Object3D): void {
  node.frustumCulled = false
  if ('isPoints' in node || 'isLine' in node) node.visible = false
}

function meshesOf(scene: Scene): Mesh[] {
  const found: Mesh[] = []
  scene.traverse((node) => {
    if (node instanceof Mesh) found.push(node)
  })
  return found
}

/** Colour over grey, and the alpha of the model alone. Glass covers too: for the mask it lets nothing through. */
function take({ scene }: Shown, view: View, box: Box3): Picture {
  const camera = aimed(view, box)
  const { width, height } = camera.view ?? SCREEN
  renderer.setSize(width, height, false)
  renderer.setClearColor(GREY, 1)
  const data = shoot(scene, camera, width, height)
  renderer.setClearColor(0x000000, 0)
  const glass = meshesOf(scene)
    .flatMap(({ material }) => [material].flat())
    .filter((material) => material instanceof MeshPhysicalMaterial)
    .map((material) => ({ material, transmission: material.transmission }))
  for (const { material } of glass) material.transmission = 0
  const mask = shoot(scene, camera, width, height)
  for (const { material, transmission } of glass) material.transmission = transmission
  for (let at = 3; at < data.length; at += 4) data[at] = mask[at] ?? 0
  return { width, height, data }
}

function shoot(scene: Scene, camera: PerspectiveCamera, width: number, height: number): Uint8Array {
  renderer.render(scene, camera)
  const gl = renderer.getContext()
  const data = new Uint8Array(width * height * 4)
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, data)
  return data
}

/** The lens on the screen, cut to where the original stands. */
function aimed({ eye, at, fov }: View, box: Box3): PerspectiveCamera {
  const camera = new PerspectiveCamera(fov, SCREEN.width / SCREEN.height, 0.1, 200)
  camera.position.set(...eye)
  camera.lookAt(...at)
  camera.updateMatrixWorld()
  const [left, top, right, bottom] = rectangleOf(camera, box)
  camera.setViewOffset(SCREEN.width, SCREEN.height, left, top, right - left, bottom - top)
  camera.updateProjectionMatrix()
  return camera
}

function rectangleOf(camera: PerspectiveCamera, { min, max }: Box3): readonly [number, number, number, number] {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((k) =>
    new Vector3(k & 1 ? max.x : min.x, k & 2 ? max.y : min.y, k & 4 ? max.z : min.z).project(camera),
  )
  const across = corners.map(({ x }) => ((x + 1) / 2) * SCREEN.width)
  const down = corners.map(({ y }) => ((1 - y) / 2) * SCREEN.height)
  return [
    Math.max(0, Math.floor(Math.min(...across)) - MARGIN),
    Math.max(0, Math.floor(Math.min(...down)) - MARGIN),
    Math.min(SCREEN.width, Math.ceil(Math.max(...across)) + MARGIN),
    Math.min(SCREEN.height, Math.ceil(Math.max(...down)) + MARGIN),
  ]
}

function dataUrl({ width, height, data }: Picture): string {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const image = new ImageData(width, height)
  for (let row = 0; row < height; row++) {
    image.data.set(data.subarray((height - 1 - row) * width * 4, (height - row) * width * 4), row * width * 4)
  }
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas.toDataURL('image/png')
}
