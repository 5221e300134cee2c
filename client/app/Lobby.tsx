// The lobby: what this is, the river with its 23 cities, what is live, the way in. Needs no 3D and no socket.

import { useEffect } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { LOBBY_WORDS } from '../../shared/words/lobby.ts'
import { LinkButton } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useTitle } from '../ui/use-title.ts'
import { useWords } from '../ui/words.tsx'
import { CityRibbon } from './CityRibbon.tsx'
import { LiveSessions } from './LiveSessions.tsx'
import hallSmall from './lobby-hall-480.webp'
import hallLarge from './lobby-hall-960.webp'
import './lobby.css'
import './lobby-narrow.css'

export function Lobby() {
  const say = useWords(LOBBY_WORDS)
  const common = useWords(COMMON_WORDS)
  useTitle(say('lobby.title').replace('\u200b', ''))
  const { person } = useActions()
  useEffect(() => void person.look(), [person])
  const staff = useNoun('person', ({ me }) => me?.kind === 'staff')
  return (
    <div className="lobby">
      <a className="skip" href="#main">
        {common('common.skip')}
      </a>
      <PageHead>
        <LinkButton to={staff ? '/desk' : '/sign-in'} look="quiet" size="small" className="lobby-staff">
          {common(staff ? 'common.desk' : 'common.sign-in')}
        </LinkButton>
      </PageHead>
      <main id="main">
        <section className="lobby-hero">
          <div className="lobby-words">
            <h1>{say('lobby.title')}</h1>
            <p className="lobby-lead">{say('lobby.lead')}</p>
            <div className="row lobby-ways">
              <LinkButton to="/hall" look="first" size="big">
                {say('lobby.enter')}
              </LinkButton>
              <LinkButton to="/join" look="second" size="big">
                {say('lobby.join')}
              </LinkButton>
            </div>
            <p className="small muted">{say('lobby.enter-note')}</p>
          </div>
          <div className="lobby-side">
            <img
              className="lobby-picture"
              src={hallLarge}
              srcSet={`${hallSmall} 480w, ${hallLarge} 960w`}
              sizes="(max-width: 1080px) 90vw, 440px"
              width={960}
              height={464}
              alt={say('lobby.picture')}
            />
            <LiveSessions />
          </div>
        </section>
        <CityRibbon />
        <section className="lobby-notes">
          <div>
            <h2>{say('lobby.plain')}</h2>
            <p>{say('lobby.plain-help')}</p>
          </div>
          <p>{say('lobby.kept')}</p>
          <p>
            {say('lobby.place')}
            <LinkButton to={staff ? '/desk' : '/sign-in'} look="quiet" size="small" className="lobby-staff-foot">
              {common(staff ? 'common.desk' : 'common.sign-in')}
            </LinkButton>
          </p>
        </section>
      </main>
    </div>
  )
}
