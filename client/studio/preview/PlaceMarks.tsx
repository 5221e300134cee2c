// On the booth's floor while one places: the edge of what may be filled, and the box that the model fills.

import { useEffect, useMemo } from 'react'
import { BufferAttribute, BufferGeometry, Color, Mesh, MeshBasicMaterial } from 'three'
import type { BoothModel, ModelPlace } from '../../../shared/booth/booth.ts'
import { MODEL_PLACE } from '../../../shared/hall/booth-plan.ts'
import { fromPlot, type Plot } from '../../../shared/hall/layout.ts'
import { useHall } from '../../hall/hall-context.ts'
import { LAYER_EYE } from '../../hall/layers.ts'

/** Metres: width of a line, and how far it lies over the carpet. */
const LINE = 0.035
const LIFT = 0.016

interface Props {
  readonly plot: Plot
  readonly size: BoothModel['size']
  /** As it stands. */
  readonly place: ModelPlace
}

export function PlaceMarks({ plot, size, place }: Props) {
  const { state } = useHall()
  const limit = useFrame4(MODEL_PLACE.width, MODEL_PLACE.depth, '#8a6a45', 0.55)
  const foot = useFrame4(size.x, size.z, '#1b6480', 0.9)
  useEffect(() => state.wake(), [state, limit, foot, place])
  const at = fromPlot(plot, MODEL_PLACE.x, MODEL_PLACE.z)
  return (
    <group position={[at.x, MODEL_PLACE.y + LIFT, at.z]} rotation-y={plot.yaw}>
      <primitive object={limit} dispose={null} />
      <primitive
        object={foot}
        dispose={null}
        position={[place.x, 0.002, place.z]}
        rotation-y={place.yaw}
        scale={place.scale}
      />
    </group>
  )
}

/** Four strips along the edges of a rectangle on the floor. */
function useFrame4(width: number, depth: number, colour: string, opacity: number): Mesh {
  const mesh = useMemo(() => {
    const made = new Mesh(frame(width, depth), lineOf(colour, opacity))
    made.layers.set(LAYER_EYE)
    return made
  }, [width, depth, colour, opacity])
  useEffect(
    () => () => {
      mesh.geometry.dispose()
      ;(mesh.material as MeshBasicMaterial).dispose()
    },
    [mesh],
  )
  return mesh
}

const lineOf = (colour: string, opacity: number) =>
  new MeshBasicMaterial({ color: new Color(colour), transparent: true, opacity, depthWrite: false, toneMapped: false })

function frame(width: number, depth: number): BufferGeometry {
  const [x, z] = [width / 2, depth / 2]
  const corners = [
    [-x, -z],
    [x, -z],
    [x, z],
    [-x, z],
  ] as const
  const places = corners.flatMap(([cx, cz]) => [cx, 0, cz, cx - Math.sign(cx) * LINE, 0, cz - Math.sign(cz) * LINE])
  const index = [0, 1, 2, 3].flatMap((k) => {
    const [a, b, c, d] = [2 * k, 2 * k + 1, (2 * k + 2) % 8, (2 * k + 3) % 8]
    return [a, b, c, c, b, d]
  })
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(places), 3))
  geometry.setIndex(index)
  return geometry
}
