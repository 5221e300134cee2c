// Catches what a part of the page throws, so that the rest stays. Says so, and offers to open the part again.

import { Component, type ReactNode } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { Button } from './Button.tsx'
import { useWords } from './words.tsx'

interface Props {
  readonly children: ReactNode
}

export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (this.state.failed) return <Fault again={() => this.setState({ failed: false })} />
    return this.props.children
  }
}

function Fault({ again }: { again(): void }) {
  const say = useWords(COMMON_WORDS)
  return (
    <main className="plain-page">
      <h1>{say('common.fault')}</h1>
      <p className="muted">{say('common.fault-help')}</p>
      <div className="row">
        <Button look="first" onPress={again}>
          {say('common.retry')}
        </Button>
        <a className="button second" href="/">
          {say('common.home')}
        </a>
      </div>
    </main>
  )
}
