// Catches what a part of the page throws, so that the rest stays: says so with ways out, or lets who holds it show something else.

import { Component, type ReactNode } from 'react'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { Button } from './Button.tsx'
import { useWords } from './words.tsx'

interface Props {
  /** Where one is: somewhere else the part is tried anew. */
  readonly at?: string
  /** Shows something else in place of the part. */
  onFault?(): void
  readonly children: ReactNode
}

interface State {
  readonly failed: boolean
  readonly at: string | undefined
}

export class Boundary extends Component<Props, State> {
  override state: State = { failed: false, at: this.props.at }

  static getDerivedStateFromProps({ at }: Props, before: State): State | null {
    return at === before.at ? null : { failed: false, at }
  }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch() {
    this.props.onFault?.()
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return this.props.onFault ? null : <Fault />
  }
}

/** A part of the code that did not come is not asked for twice by the browser: the page is loaded anew. */
function Fault() {
  const say = useWords(COMMON_WORDS)
  return (
    <main className="plain-page">
      <h1>{say('common.fault')}</h1>
      <p className="muted">{say('common.fault-help')}</p>
      <div className="row">
        <Button look="first" onPress={() => location.reload()}>
          {say('common.retry')}
        </Button>
        <a className="button second" href="/">
          {say('common.home')}
        </a>
      </div>
    </main>
  )
}
