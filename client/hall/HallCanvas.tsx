// The canvas that everything of the hall is drawn in, with its light and its parts; the hall itself, and the studio's view of one
// booth. Says when the picture is lost for good.

import { Canvas } from '@react-three/fiber'
import type { ReactNode } from 'react'
import { NeutralToneMapping, type WebGLRenderer } from 'three'
import { HallContext, type HallParts } from './hall-context.ts'
import type { HallProps, Level } from './hall-props.ts'
import { LEVELS, pixelRatio } from './level.ts'
import { EXPOSURE } from './look/light.ts'

interface Props {
  readonly parts: HallParts
  readonly level: Level
  readonly active: boolean
  onLost(reason: 'context-lost'): void
  readonly children: ReactNode
}

export function HallCanvas({ parts, level, active, onLost, children }: Props) {
  return (
    <Canvas
      frameloop={active ? 'demand' : 'never'}
      dpr={pixelRatio(level, window.devicePixelRatio)}
      gl={{
        antialias: LEVELS[level].antialias,
        powerPreference: 'high-performance',
        toneMapping: NeutralToneMapping,
        toneMappingExposure: EXPOSURE,
      }}
      onCreated={({ gl }) => watchContext(gl, onLost)}
    >
      <HallContext value={parts}>{children}</HallContext>
    </Canvas>
  )
}

/** A lost context may come back by itself within a few seconds; if not, the parent shows another tier. */
function watchContext(renderer: WebGLRenderer, onLost: HallProps['onLost']): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  renderer.domElement.addEventListener('webglcontextlost', (event) => {
    event.preventDefault()
    timer = setTimeout(() => onLost('context-lost'), 4000)
  })
  renderer.domElement.addEventListener('webglcontextrestored', () => clearTimeout(timer))
}
