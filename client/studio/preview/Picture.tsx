// The frame of the view: opens the 3D part by itself where the machine draws it fast, asks first where it does not, and says so in
// words where there is none.

import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import { CITIES } from '../../../shared/hall/cities.ts'
import { PLACING_WORDS } from '../../../shared/words/placing.ts'
import { firstLevel } from '../../hall/level.ts'
import { rendererName } from '../../hall/load/renderer-name.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { Button } from '../../ui/Button.tsx'
import { useNoun } from '../../ui/use-app.tsx'
import { usePictureSettings } from '../../ui/use-picture-settings.ts'
import { useLanguage, useWords } from '../../ui/words.tsx'
import type { BoothViewProps } from './BoothView.tsx'

const BoothView = lazy(() => import('./BoothView.tsx').then((m) => ({ default: m.BoothView })))

type Asked = Pick<BoothViewProps, 'plot' | 'booth' | 'look' | 'placed' | 'onPlace'>
type State = 'closed' | 'open' | 'none'

export function Picture({ onKeys, ...asked }: Asked & { onKeys(event: KeyboardEvent): void }) {
  const say = useWords(PLACING_WORDS)
  const forced = useNoun('settings', (settings) => settings.forced)
  const [state, setState] = useState<State>(() => (forced === 'none' ? 'none' : firstState()))
  if (state === 'none') {
    return (
      <div className="place-picture place-words">
        <p role="status">{say('place.no-view')}</p>
        <Button size="small" onPress={() => setState('open')}>
          {say('place.again')}
        </Button>
      </div>
    )
  }
  if (state === 'closed') {
    return (
      <div className="place-picture place-words">
        <p>{say('place.open-help')}</p>
        <Button look="first" onPress={() => setState('open')}>
          {say('place.open')}
        </Button>
      </div>
    )
  }
  return (
    // The keys of the view bubble up from it; it is the view inside that takes the focus.
    <div className="place-picture" onKeyDown={onKeys}>
      <Boundary onFault={() => setState('none')}>
        <Opened {...asked} onLost={() => setState('none')} />
      </Boundary>
    </div>
  )
}

/** Without a graphics processor the first picture takes seconds and a lot of computing: nobody is surprised by that. */
function firstState(): State {
  const name = rendererName()
  if (name === null) return 'none'
  return firstLevel(name) === 'low' ? 'closed' : 'open'
}

function Opened(props: Asked & { onLost(): void }) {
  const say = useWords(PLACING_WORDS)
  const { language } = useLanguage()
  const settings = usePictureSettings()
  const [ready, setReady] = useState(false)
  const { plot, look } = props
  const city = CITIES.find(({ id }) => id === plot.id)?.name[language] ?? plot.id
  return (
    <>
      <Suspense fallback={null}>
        <BoothView
          {...props}
          {...settings}
          name={say('place.view', { city })}
          help={say(look === 'walk' ? 'place.walk-help' : 'place.view-help')}
          onReady={() => setReady(true)}
        />
      </Suspense>
      {!ready && (
        <p className="place-opening" role="status">
          {say('place.opening')}
        </p>
      )}
    </>
  )
}
