// Pages that only say something: no such page, and a client older than the server speaks.

import { COMMON_WORDS } from '../../shared/words/common.ts'
import { Button, LinkButton } from './Button.tsx'
import { PageHead } from './PageHead.tsx'
import { FootRiver } from './Ribbon.tsx'
import { useWords } from './words.tsx'

export function NotFound() {
  const say = useWords(COMMON_WORDS)
  return (
    <>
      <PageHead />
      <main className="plain-page">
        <h1>{say('common.not-found')}</h1>
        <p className="muted">{say('common.not-found-help')}</p>
        <LinkButton to="/" look="first">
          {say('common.home')}
        </LinkButton>
      </main>
      <FootRiver />
    </>
  )
}

export function TooOld() {
  const say = useWords(COMMON_WORDS)
  return (
    <main className="plain-page">
      <h1>{say('common.too-old')}</h1>
      <p className="muted">{say('common.too-old-help')}</p>
      <Button look="first" onPress={() => location.reload()}>
        {say('common.reload')}
      </Button>
    </main>
  )
}
