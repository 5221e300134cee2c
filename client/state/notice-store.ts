// Short words that are said once: shown at the edge of the screen and spoken by a screen reader. Texts are made by who says them.

import { createStore } from 'zustand/vanilla'

export interface Notice {
  readonly id: number
  /** `said` is polite; `urgent` interrupts a screen reader. */
  readonly tone: 'said' | 'urgent'
  readonly text: string
}

export interface NoticeState {
  readonly notices: readonly Notice[]
  readonly next: number
}

const KEPT = 3

export const createNoticeStore = () => createStore<NoticeState>(() => ({ notices: [], next: 1 }))

/** Adds a notice; only the newest few stay. */
export function withNotice(state: NoticeState, text: string, tone: Notice['tone'] = 'said'): NoticeState {
  const notices = [...state.notices, { id: state.next, tone, text }].slice(-KEPT)
  return { notices, next: state.next + 1 }
}

export const withoutNotice = (state: NoticeState, id: number): NoticeState => ({
  ...state,
  notices: state.notices.filter((notice) => notice.id !== id),
})
