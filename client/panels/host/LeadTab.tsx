// Leading: start, previous and next stop, the rundown, inviting and gathering, the group, handing over, ending.

import { KIND_RULES } from '../../../shared/session/kinds.ts'
import type { Cue } from '../../../shared/session/rundown.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { TOUR_WORDS } from '../../../shared/words/tour.ts'
import { BackIcon, OnIcon } from '../../ui/icons.tsx'
import { useLanguage, useWords } from '../../ui/words.tsx'
import { FollowControl } from '../FollowControl.tsx'
import { useHallControl } from '../hall-control.ts'
import { LineButton } from '../LineButton.tsx'
import { NowAndNext } from '../NowAndNext.tsx'
import { StagedQuestion } from '../Questions.tsx'
import { Reactions } from '../Reactions.tsx'
import { atCue, useJoined, useMay, useMyId, useNameOf, useServerNow } from '../use-session.ts'
import { EndSession } from './EndSession.tsx'
import { Group } from './Group.tsx'
import { useCommand } from './use-command.ts'

export function LeadTab() {
  const { state } = useJoined()
  const me = useMyId()
  const leads = state.lead.guide === me && state.phase === 'live'
  return (
    <>
      <LeadState />
      {KIND_RULES[state.kind].moves && <FollowControl />}
      {state.phase !== 'planned' && <NowAndNext />}
      {leads && <Steps />}
      <StagedQuestion />
      <Reactions />
      {KIND_RULES[state.kind].moves && state.phase === 'live' && <Group leads={leads} />}
      <RundownList leads={leads} />
      <EndSession />
    </>
  )
}

function LeadState() {
  const say = useWords(HOST_WORDS)
  const { state } = useJoined()
  const me = useMyId()
  const may = useMay()
  const nameOf = useNameOf()
  const command = useCommand()
  const { lead, phase } = state
  if (phase === 'ended') return null
  if (phase === 'planned') {
    return may('session:start') ? (
      <LineButton look="first" size="big" onPress={() => command({ type: 'session:start' })}>
        {say('host.start')}
      </LineButton>
    ) : null
  }
  if (lead.offeredTo === me && me !== null) return <OfferedToMe />
  const { offeredTo } = lead
  return (
    <div className="lead-state">
      <p>
        {lead.guide === me
          ? say('host.you-lead')
          : lead.guide
            ? say('host.leads', { name: nameOf(lead.guide) })
            : say('host.nobody-leads')}
      </p>
      {lead.guide === null && may('lead:take') && (
        <LineButton look="first" onPress={() => command({ type: 'lead:take' })}>
          {say('host.take')}
        </LineButton>
      )}
      {offeredTo && lead.guide === me && (
        <p className="row small">
          <span>{say('host.offered', { name: nameOf(offeredTo) })}</span>
          <LineButton size="small" onPress={() => command({ type: 'lead:withdraw', epoch: lead.epoch })}>
            {say('host.withdraw-offer')}
          </LineButton>
        </p>
      )}
    </div>
  )
}

function OfferedToMe() {
  const say = useWords(HOST_WORDS)
  const { state } = useJoined()
  const nameOf = useNameOf()
  const command = useCommand()
  const { epoch, guide } = state.lead
  return (
    <div className="banner warm" role="alert">
      <strong>{say('host.offered-me', { name: nameOf(guide ?? '') })}</strong>
      <span className="row">
        <LineButton look="first" size="small" onPress={() => command({ type: 'lead:accept', epoch })}>
          {say('host.accept')}
        </LineButton>
        <LineButton look="quiet" size="small" onPress={() => command({ type: 'lead:decline', epoch })}>
          {say('host.decline-lead')}
        </LineButton>
      </span>
    </div>
  )
}

/** The guide goes along: the cue moves the group, the hall moves the guide. */
function useGoCue(): (cue: Cue) => Promise<void> {
  const command = useCommand()
  const { snapTo } = useHallControl()
  const { state } = useJoined()
  return async (cue) => {
    const done = await command({ type: 'cue:go', cue: cue.id, epoch: state.lead.epoch })
    if (done && cue.where.kind === 'stop') snapTo(cue.where.pose)
  }
}

function Steps() {
  const say = useWords(HOST_WORDS)
  const { state } = useJoined()
  const go = useGoCue()
  const { moves } = KIND_RULES[state.kind]
  const { index, cue, next, previous } = atCue(state)
  const now = useServerNow(10_000)
  return (
    <div className="steps">
      <div className="row">
        {previous && (
          <LineButton onPress={() => go(previous)} aria-label={say(moves ? 'host.previous' : 'host.previous-item')}>
            <BackIcon />
          </LineButton>
        )}
        {next && (
          <LineButton look="first" className="grow" onPress={() => go(next)}>
            {say(moves ? (index < 0 ? 'host.first' : 'host.next') : index < 0 ? 'host.first-item' : 'host.next-item')}
            <OnIcon />
          </LineButton>
        )}
      </div>
      {cue && state.cue && (
        <p className="small muted">
          {say('host.elapsed', {
            minutes: Math.max(0, Math.floor((now - state.cue.since) / 60_000)),
            planned: cue.minutes,
          })}
        </p>
      )}
    </div>
  )
}

function RundownList({ leads }: { readonly leads: boolean }) {
  const say = useWords(HOST_WORDS)
  const tour = useWords(TOUR_WORDS)
  const { language } = useLanguage()
  const { state } = useJoined()
  const go = useGoCue()
  const { index } = atCue(state)
  return (
    <details className="rundown" open={state.phase === 'planned'}>
      <summary>{say('host.rundown')}</summary>
      <ol>
        {state.rundown.map((cue, i) => {
          const title = cue.title[language] || cue.title.zh
          return (
            <li key={cue.id} aria-current={i === index ? 'step' : undefined}>
              <LineButton disabled={!leads} onPress={() => go(cue)} aria-label={say('host.go-cue', { title })}>
                <span className="n">{i + 1}</span>
                <span className="grow">{title}</span>
                <span className="small muted">{tour('tour.minutes', { minutes: cue.minutes })}</span>
              </LineButton>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
