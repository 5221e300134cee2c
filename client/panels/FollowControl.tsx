// Being with the guide or walking by oneself: one button each way, and the guide's invitation.

import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { Button } from '../ui/Button.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useJoined, useMyId } from './use-session.ts'

export function FollowControl() {
  const say = useWords(TOUR_WORDS)
  const { session } = useActions()
  const { state } = useJoined()
  const follow = useNoun('session', (slot) => slot.follow)
  const answered = useNoun('session', (slot) => slot.answered)
  const never = useNoun('settings', (settings) => settings.neverFollow)
  const me = useMyId()
  if (state.phase !== 'live' || state.lead.guide === null || state.lead.guide === me) return null
  if (follow !== 'free') {
    return (
      <div className="banner follow">
        <span>{say('tour.following')}</span>
        <Button size="small" onPress={() => session.follow('free')}>
          {say('tour.walk-alone')}
        </Button>
      </div>
    )
  }
  // Who is away invites nobody.
  const invited = state.invitation > answered && !never && state.lead.lostAt === null
  return (
    <div className={invited ? 'banner warm follow' : 'follow'}>
      {invited && <strong>{say('tour.invite-title')}</strong>}
      <span className="row">
        <Button look="first" onPress={() => session.follow('together')}>
          {say(invited ? 'tour.invite-yes' : answered > 0 ? 'tour.return' : 'tour.follow')}
        </Button>
        {invited && (
          <Button look="quiet" onPress={() => session.follow('free')}>
            {say('tour.invite-no')}
          </Button>
        )}
      </span>
    </div>
  )
}
