// What the visitor chose about the 3D picture, as every picture of the hall takes it.

import { useMemo } from 'react'
import type { QualityChoice } from '../state/settings-store.ts'
import { useNoun } from './use-app.tsx'

export interface PictureSettings {
  readonly level: QualityChoice
  readonly reducedMotion: boolean
  readonly comfort: { readonly speed: number; readonly snapTurn: boolean }
}

export function usePictureSettings(): PictureSettings {
  const { forced, quality, reducedMotion, speed, snapTurn } = useNoun('settings', (settings) => settings)
  const comfort = useMemo(() => ({ speed, snapTurn }), [speed, snapTurn])
  return {
    level: forced === null || forced === 'none' ? quality : forced,
    reducedMotion: reducedMotion ?? matchMedia('(prefers-reduced-motion: reduce)').matches,
    comfort,
  }
}
