// Ending a session: asked twice, since it cannot be taken back.

import { useState } from 'react'
import { HOST_WORDS } from '../../../shared/words/host.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useWords } from '../../ui/words.tsx'
import { LineButton } from '../LineButton.tsx'
import { useJoined, useMay } from '../use-session.ts'
import { useCommand } from './use-command.ts'

export function EndSession() {
  const say = useWords(HOST_WORDS)
  const command = useCommand()
  const may = useMay()
  const { phase } = useJoined().state
  const [asking, setAsking] = useState(false)
  if (!may('session:end') || phase === 'ended' || phase === 'planned') return null
  return (
    <>
      <LineButton look="danger" size="small" className="end" onPress={() => setAsking(true)}>
        {say('host.end')}
      </LineButton>
      <Sheet title={say('host.end-sure')} open={asking} middle close={() => setAsking(false)}>
        <div className="stack">
          <p>{say('host.end-help')}</p>
          <Answers refused={null} close={() => setAsking(false)}>
            <LineButton
              look="danger"
              onPress={async () => {
                await command({ type: 'session:end', confirm: true })
                setAsking(false)
              }}
            >
              {say('host.end-yes')}
            </LineButton>
          </Answers>
        </div>
      </Sheet>
    </>
  )
}
