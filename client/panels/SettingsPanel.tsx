// The visitor's own settings. Kept in this browser; the name plate is told to the server.

import { HALL_WORDS } from '../../shared/words/hall.ts'
import { SPEEDS } from '../state/settings-store.ts'
import { Choice, Switch } from '../ui/fields.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'

export function SettingsPanel() {
  const say = useWords(HALL_WORDS)
  const settings = useNoun('settings', (state) => state)
  const { set } = useActions()
  const speeds = [
    [String(SPEEDS[0]), say('settings.slow')],
    [String(SPEEDS[1]), say('settings.normal')],
    [String(SPEEDS[2]), say('settings.fast')],
  ] as const
  return (
    <div className="stack">
      <LanguageSwitch />
      <Choice
        label={say('settings.quality')}
        value={settings.quality}
        options={[
          ['auto', say('settings.auto')],
          ['low', say('settings.low')],
          ['mid', say('settings.mid')],
          ['high', say('settings.high')],
        ]}
        change={(quality) => set({ quality })}
      />
      <Choice
        label={say('settings.speed')}
        value={String(settings.speed)}
        options={speeds}
        change={(speed) => set({ speed: Number(speed) })}
      />
      <div>
        <Switch on={settings.snapTurn} change={(snapTurn) => set({ snapTurn })}>
          {say('settings.snap-turn')}
        </Switch>
        <Switch
          on={settings.reducedMotion ?? matchMedia('(prefers-reduced-motion: reduce)').matches}
          change={(reducedMotion) => set({ reducedMotion })}
        >
          {say('settings.motion')}
        </Switch>
        <Switch on={settings.showName} change={(showName) => set({ showName })}>
          {say('settings.show-name')}
        </Switch>
        <Switch on={settings.neverFollow} change={(neverFollow) => set({ neverFollow })}>
          {say('settings.never-follow')}
        </Switch>
      </div>
    </div>
  )
}
