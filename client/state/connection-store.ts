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
  /** The server gave a cookie and does not get it back: the browser keeps none. Tried on, in case it is allowed. */
  | 'no-cookie'
  /** The code that opens the line did not come; only opening the page anew helps. */
  | 'no-code'
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
