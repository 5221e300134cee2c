// What stands on the wall screen. Both languages of the house where space allows; type is sized by the screen, not by the page.

import { KIND_RULES } from '../../shared/session/kinds.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { ROOM_WORDS } from '../../shared/words/room.ts'
import { TOUR_WORDS } from '../../shared/words/tour.ts'
import { PollResult } from '../panels/PollCard.tsx'
import { atCue, useJoined, useServerNow } from '../panels/use-session.ts'
import { Qr } from '../ui/Qr.tsx'
import { Ribbon } from '../ui/Ribbon.tsx'
import { useTitle } from '../ui/use-title.ts'
import { LOCALES, useLanguage, useWords } from '../ui/words.tsx'
import { onStage, takesPhones } from './on-stage.ts'
import { StageQuestion } from './StageQuestion.tsx'

export function StageContent() {
  const { language } = useLanguage()
  const { state, code } = useJoined()
  useTitle(state.title[language] || state.title.zh)
  const asks = code !== null && takesPhones(state)
  return (
    <main className="stage">
      <StageHead />
      <div className={asks ? 'stage-middle' : 'stage-middle alone'}>
        <section className="stage-main" aria-live="polite">
          <Main state={state} />
        </section>
        {asks && <JoinColumn code={code} large={state.phase === 'planned'} />}
      </div>
      <StageFoot />
      <Ribbon className="stage-river" width={1920} height={150} amplitude={30} gap={6} />
    </main>
  )
}

function Main({ state }: { readonly state: SessionState }) {
  const shown = onStage(state)
  if (shown.kind === 'question') return <StageQuestion id={shown.id} />
  if (shown.kind === 'poll') return <StagePoll id={shown.id} />
  return shown.kind === 'thanks' ? <Thanks /> : <NowOnStage />
}

function StageHead() {
  const common = useWords(COMMON_WORDS)
  const { language, locale } = useLanguage()
  const { state } = useJoined()
  const now = useServerNow(5_000)
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <header className="stage-head">
      <span>{common('common.house')}</span>
      <span className="stage-title">{state.title[language] || state.title.zh}</span>
      <time>{time.format(now)}</time>
    </header>
  )
}

function StagePoll({ id }: { readonly id: keyof SessionState['polls'] }) {
  const say = useWords(TOUR_WORDS)
  const { state, sums } = useJoined()
  const poll = state.polls[id]
  if (!poll) return null
  const none = poll.options.map(() => 0)
  return (
    <>
      <p className="stage-eyebrow">{say(poll.status === 'open' ? 'poll.title' : 'poll.closed')}</p>
      <p className="stage-text poll-text">{poll.question}</p>
      <div className="stage-poll">
        <PollResult poll={poll} counts={poll.counts ?? sums.polls[id] ?? { room: none, net: none }} />
      </div>
    </>
  )
}

function NowOnStage() {
  const say = useWords(TOUR_WORDS)
  const room = useWords(ROOM_WORDS)
  const lobby = useWords(LOBBY_WORDS)
  const { language } = useLanguage()
  const { state } = useJoined()
  const { cue } = atCue(state)
  const other = language === 'zh' ? 'en' : 'zh'
  const title = cue?.title ?? state.title
  return (
    <>
      <p className="stage-eyebrow">
        {cue ? say('tour.now') : `${room('stage.welcome')} · ${lobby(`kind.${state.kind}`)}`}
      </p>
      <p className="stage-text">{title[language] || title[other]}</p>
      {title[other] && title[other] !== title[language] && (
        <p className="stage-other" lang={LOCALES[other]}>
          {title[other]}
        </p>
      )}
    </>
  )
}

function Thanks() {
  const room = useWords(ROOM_WORDS)
  const say = useWords(TOUR_WORDS)
  return (
    <>
      <p className="stage-text">{room('stage.thanks')}</p>
      <p className="stage-other">{say('tour.ended-help')}</p>
    </>
  )
}

function JoinColumn({ code, large }: { readonly code: string; readonly large: boolean }) {
  const room = useWords(ROOM_WORDS)
  const address = `${location.origin}/join/${code}`
  return (
    <aside className={large ? 'stage-join large' : 'stage-join'}>
      <p className="stage-join-title">{room('stage.join')}</p>
      <Qr text={address} name={room('stage.qr', { code })} />
      <p className="stage-code">{code}</p>
      <p className="stage-address">{room('stage.scan', { address: `${location.host}/join` })}</p>
    </aside>
  )
}

function StageFoot() {
  const say = useWords(TOUR_WORDS)
  const { language } = useLanguage()
  const { state, sums } = useJoined()
  const { next, cue } = atCue(state)
  const { room, net } = sums.present
  const busy = state.staged !== null || state.poll !== null
  const title = (of: typeof next) => (of ? of.title[language] || of.title.zh : '')
  return (
    <footer className="stage-foot">
      <span>
        {busy && cue && <b>{title(cue)}</b>}
        {next && state.phase !== 'ended' && <span>{say('tour.next-is', { title: title(next) })}</span>}
      </span>
      {KIND_RULES[state.kind].room && <span>{say('tour.present-two', { room, net })}</span>}
    </footer>
  )
}
