// The hall where nothing is drawn: says why, and offers every place and page as a list. Tours run beside it as ever.

import { HALL_WORDS } from '../../shared/words/hall.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.tsx'
import { BoothCard } from './BoothCard.tsx'
import { useHallControl } from './hall-control.ts'
import { Places } from './Places.tsx'

export interface FlatHallProps {
  readonly reason: 'no-webgl' | 'context-lost' | 'failed' | 'chosen'
  again(): void
}

export function FlatHall({ reason, again }: FlatHallProps) {
  const say = useWords(HALL_WORDS)
  const { goTo } = useHallControl()
  return (
    <div className="flat-hall">
      <div className="flat-inner">
        <h1>{say('flat.chosen')}</h1>
        {reason === 'no-webgl' && <p className="banner warm">{say('flat.no-webgl')}</p>}
        {(reason === 'context-lost' || reason === 'failed') && (
          <div className="banner warm" role="alert">
            <span>{say('flat.lost')}</span>
            <Button size="small" onPress={again}>
              {say('flat.again')}
            </Button>
          </div>
        )}
        <BoothCard stills />
        <Places go={goTo} />
      </div>
    </div>
  )
}
