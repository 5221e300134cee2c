// Who the server takes this browser's person for. Filled by the receivers; nothing here decides what is allowed.

import { createStore } from 'zustand/vanilla'
import type { Me } from '../../shared/protocol/wire.ts'

export interface PersonState {
  readonly me: Me | null
  /** The server has been asked at least once. */
  readonly known: boolean
}

export const createPersonStore = () => createStore<PersonState>(() => ({ me: null, known: false }))
