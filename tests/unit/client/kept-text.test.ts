// What somebody is writing or about to press: drafts kept in the tab, lists that stand still.

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { steady } from '../../../client/panels/steady.ts'
import { keepDraft, readDraft, useDraft } from '../../../client/ui/use-draft.ts'
import { memoryShelf } from './fake-socket.ts'

describe('a question being written', () => {
  it('[UI-60] is there after a reload, in its session only, and gone once it was sent', () => {
    const kept = memoryShelf()
    const shelf = () => kept
    keepDraft('question.session-0001', 'Which port', shelf)
    expect(readDraft('question.session-0001', shelf)).toBe('Which port')
    expect(readDraft('question.session-0002', shelf)).toBe('')
    keepDraft('question.session-0001', '', shelf)
    expect([...kept.kept.keys()]).toEqual([])
  })

  it('[UI-60] without a shelf it lasts as long as the page', () => {
    const shelf = () => {
      throw new Error('forbidden')
    }
    keepDraft('question.session-0001', 'Which port', shelf)
    expect(readDraft('question.session-0001', shelf)).toBe('')
  })

  it('[UI-60] stands in its field when that is shown again', () => {
    vi.stubGlobal('sessionStorage', memoryShelf({ 'parlor.draft.question.session-0001': 'Which port' }))
    const Field = () => useDraft('question.session-0001')[0]
    expect(renderToStaticMarkup(createElement(Field))).toBe('Which port')
    vi.unstubAllGlobals()
  })
})

describe('a list in which somebody is about to press something', () => {
  it('[UI-61] keeps its order; what is new comes last, what is gone is gone', () => {
    const sorted = ['d', 'c', 'a'].map((id) => ({ id }))
    expect(steady(['a', 'b', 'c'], sorted).map(({ id }) => id)).toEqual(['a', 'c', 'd'])
  })
})
