// The group as the host sees it: sums first; inviting, gathering just those who lag, or everyone.

import { HOST_WORDS } from '../../../shared/words/host.ts'
import { useWords } from '../../ui/words.tsx'
import { LineButton } from '../LineButton.tsx'
import { useJoined } from '../use-session.ts'
import { useCommand } from './use-command.ts'

const SUMS = ['with', 'elsewhere', 'lagging', 'silent'] as const

export function Group({ leads }: { readonly leads: boolean }) {
  const say = useWords(HOST_WORDS)
  const command = useCommand()
  const { group, state, sums } = useJoined()
  const { epoch } = state.lead
  const shown = group ?? { with: sums.following, elsewhere: 0, lagging: 0, silent: 0 }
  return (
    <section className="group" aria-label={say('host.group')}>
      <h3>{say('host.group')}</h3>
      <dl>
        {SUMS.map((name) => (
          <div key={name} className={`sum-${name}`}>
            <dt>{say(`host.${name}`)}</dt>
            <dd>{shown[name]}</dd>
          </div>
        ))}
      </dl>
      {leads && (
        <div className="row">
          <LineButton size="small" onPress={() => command({ type: 'follow:invite', epoch })}>
            {say('host.invite')}
          </LineButton>
          <LineButton size="small" onPress={() => command({ type: 'follow:gather', whom: 'stragglers', epoch })}>
            {say('host.gather')}
          </LineButton>
          <LineButton size="small" look="quiet" onPress={() => command({ type: 'follow:gather', whom: 'all', epoch })}>
            {say('host.gather-all')}
          </LineButton>
        </div>
      )}
    </section>
  )
}
