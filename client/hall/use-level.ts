// The level that is drawn at: what was chosen, else a guess by the graphics processor's name until it is measured.

import { useEffect, useState } from 'react'
import type { Level, LevelChoice } from './hall-props.ts'
import { firstLevel } from './level.ts'
import { rendererName } from './load/renderer-name.ts'

export interface LevelNow {
  /** Whether anything can be drawn at all. */
  readonly drawable: boolean
  readonly level: Level
  setLevel(level: Level): void
}

export function useLevel(choice: LevelChoice): LevelNow {
  const [guessed] = useState(() => rendererName())
  const [level, setLevel] = useState<Level>(choice === 'auto' ? firstLevel(guessed ?? '') : choice)
  useEffect(() => {
    if (choice !== 'auto') setLevel(choice)
  }, [choice])
  return { drawable: guessed !== null, level, setLevel }
}
