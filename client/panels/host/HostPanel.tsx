// The host's tabs: leading, the queue of questions, polls, people, links. What a role may not do is not shown; the server decides again.

import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { KIND_RULES } from '../../../shared/session/kinds.ts'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { useWords } from '../../ui/words.tsx'
import { PhaseBanner } from '../PhaseBanner.tsx'
import { useJoined } from '../use-session.ts'
import { LeadTab } from './LeadTab.tsx'
import { LinksTab } from './LinksTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'
import { PollsTab } from './PollsTab.tsx'
import { QueueTab } from './QueueTab.tsx'
import './host.css'

export function HostPanel() {
  const say = useWords(HOST_WORDS)
  const { state } = useJoined()
  const waiting = Object.values(state.questions).filter(({ status }) => status === 'queued').length
  const tabs = [
    ['lead', say('host.lead'), LeadTab],
    ['queue', say('host.queue'), QueueTab],
    ...(KIND_RULES[state.kind].polls ? [['polls', say('host.polls'), PollsTab] as const] : []),
    ['people', say('host.people'), PeopleTab],
    ['links', say('host.links'), LinksTab],
  ] as const
  return (
    <Tabs className="host">
      <TabList className="host-tabs" aria-label={say('host.panel')}>
        {tabs.map(([id, name]) => (
          <Tab key={id} id={id}>
            {name}
            {id === 'queue' && waiting > 0 && <span className="count">{waiting}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(([id, , Content]) => (
        // A poll half written waits while the host looks at the questions.
        <TabPanel key={id} id={id} className="session-body" shouldForceMount={id === 'polls'}>
          <PhaseBanner />
          <Content />
        </TabPanel>
      ))}
    </Tabs>
  )
}
