// The tour in one line, for a screen whose panel is closed: the stop, and the way back to the guide.

import { KIND_RULES } from '../../shared/session/kinds.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { Button } from '../ui/Button.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useLanguage, useWords } from '../ui/words.tsx'
import { atCue, useMyId } from './use-session.ts'

export function TourStrip() {
  const say = useWords(TOUR_WORDS)
  const { language } = useLanguage()
  const { session } = useActions()
  const me = useMyId()
  const state = useNoun('session', (slot) => slot.joined?.state)
  const follow = useNoun('session', (slot) => slot.follow)
  if (!state) return null
  const { index, cue } = atCue(state)
  const { moves } = KIND_RULES[state.kind]
  const of = state.rundown.length
  const guided = moves && state.phase === 'live' && state.lead.guide !== null && state.lead.guide !== me
  const title = cue ? cue.title[language] || cue.title.zh : state.title[language] || state.title.zh
  return (
    <div className="tour-strip plate">
      <p>
        {cue && <span className="now-count">{say(moves ? 'tour.stop' : 'tour.item', { n: index + 1, of })}</span>}
        <strong>{title}</strong>
      </p>
      {guided && follow === 'free' && (
        <Button look="first" size="small" onPress={() => session.follow('together')}>
          {say('tour.return')}
        </Button>
      )}
    </div>
  )
}
