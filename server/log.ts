// The log: JSON lines by pino, with request and command ids. Never names of people, tokens, addresses or texts they wrote.

import type { Logger } from 'pino'

export type Log = Logger
