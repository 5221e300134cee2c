// The session's panel for who takes part: where we are, following, the question on stage, poll, questions, reactions.
// Whoever leads or moderates gets the host's tabs above the same parts.

import { KIND_RULES } from '../../shared/session/kinds.ts'
import { ROLE_RULES } from '../../shared/session/roles.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { IconButton, LinkButton } from '../ui/Button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { useNoun } from '../ui/use-app.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import { FollowControl } from './FollowControl.tsx'
import { HostPanel } from './host/HostPanel.tsx'
import { NotIn } from './NotIn.tsx'
import { NowAndNext } from './NowAndNext.tsx'
import { PhaseBanner } from './PhaseBanner.tsx'
import { PollCard } from './PollCard.tsx'
import { Questions, StagedQuestion } from './Questions.tsx'
import { Reactions } from './Reactions.tsx'
import { useJoined } from './use-session.ts'
import './session-panel.css'

export function SessionPanel({ close }: { close(): void }) {
  const ready = useNoun('session', (slot) => slot.joined !== null)
  return (
    <>
      <NotIn />
      {ready && <Inside close={close} />}
    </>
  )
}

function Inside({ close }: { close(): void }) {
  const { role, state } = useJoined()
  const say = useWords(TOUR_WORDS)
  const staff = ROLE_RULES[role].staff
  return (
    <>
      <SessionHead close={close} />
      {staff ? (
        <HostPanel />
      ) : (
        <div className="session-body">
          <PhaseBanner />
          {KIND_RULES[state.kind].moves && <FollowControl />}
          <NowAndNext />
          <StagedQuestion />
          <PollCard />
          <Reactions />
          <Questions />
          <LinkButton to="/hall" look="quiet" size="small" className="leave">
            {say('tour.leave')}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function SessionHead({ close }: { close(): void }) {
  const common = useWords(COMMON_WORDS)
  const lobby = useWords(LOBBY_WORDS)
  const { language } = useLanguage()
  const { state } = useJoined()
  useTitle(state.title[language] || state.title.zh)
  return (
    <header className="session-head">
      <div>
        <p className="row small muted">
          {state.phase === 'live' ? (
            <span className="tag live">{lobby('phase.live')}</span>
          ) : (
            <span className="tag">{lobby(`phase.${state.phase}`)}</span>
          )}
          <span>{lobby(`kind.${state.kind}`)}</span>
          <Present />
        </p>
        <h2>{state.title[language] || state.title.zh}</h2>
      </div>
      <IconButton className="side-close" name={common('common.close')} onPress={close}>
        <CloseIcon />
      </IconButton>
    </header>
  )
}

export function Present() {
  const say = useWords(TOUR_WORDS)
  const { sums, state } = useJoined()
  const { room, net } = sums.present
  const text = KIND_RULES[state.kind].room
    ? say('tour.present-two', { room, net })
    : say('tour.present', { count: room + net })
  return <span>{text}</span>
}
