// The state of the line to the server, and how far its clock is from ours.

import { createStore } from 'zustand/vanilla'

export type LineStatus =
  /** Nobody asked for a line yet. */
  | 'idle'
  | 'connecting'
  | 'on'
  /** It was on; the client tries again by itself. */
  | 'lost'
  /** The server said it goes down for a moment. */
  | 'draining'
  /** This page is older than the server speaks. */
  | 'too-old'

export interface ConnectionState {
  readonly status: LineStatus
  /** Server's clock minus ours, milliseconds. */
  readonly offset: number
  /** How often a line came up; above 1 we are back after a loss. */
  readonly ups: number
}

export const createConnectionStore = () => createStore<ConnectionState>(() => ({ status: 'idle', offset: 0, ups: 0 }))
