// How often each ask may come from one person, and how much from one line and one address. Only a flood stop goes by address:
// 500 people join within a minute from one ballroom or company.

import type { AskName } from '../../shared/protocol/wire.ts'
import type { Rate } from './buckets.ts'

const OFTEN: Rate = { burst: 20, perSecond: 5 }

/** Per person and ask. What an engine limits more finely (questions, reactions) it refuses itself. */
export const ASK_RATES: { readonly [N in AskName]: Rate } = {
  'hall:enter': { burst: 10, perSecond: 1 },
  'person:show-name': { burst: 5, perSecond: 1 },
  'booth:lock': OFTEN,
  'session:join': { burst: 20, perSecond: 2 },
  'session:leave': { burst: 20, perSecond: 2 },
  'session:command': { burst: 40, perSecond: 10 },
  'session:follow': { burst: 10, perSecond: 2 },
  'session:react': { burst: 10, perSecond: 2 },
  'session:people': OFTEN,
}

/** Messages of one line of all kinds but the hot ones; what is above is answered `wire.too-often`. */
export const LINE_RATE: Rate = { burst: 100, perSecond: 40 }
/** Refused messages until a line is cut: nobody honest sends this many. */
export const LINE_ABUSE: Rate = { burst: 500, perSecond: 20 }
/** Hot messages of one line (poses at 10 Hz and echoes); what is above is dropped. */
export const HOT_RATE: Rate = { burst: 60, perSecond: 30 }
/** Lines of one person: tabs, a phone as remote, and what a bad network left half open. */
export const LINES_MAX = 20
/** Handshakes of one address: 500 join within a minute, some twice, some after a fall-back. */
export const JOIN_FLOOD: Rate = { burst: 2_000, perSecond: 50 }
/** POST requests of one address; each of the 500 sends three or four. */
export const POST_FLOOD: Rate = { burst: 4_000, perSecond: 100 }
/** Browsers without a cookie of one address: each becomes a row that is kept for 30 days. */
export const NEWCOMER_FLOOD: Rate = { burst: 3_000, perSecond: 5 }
/** GET requests at /api of one address. */
export const GET_FLOOD = POST_FLOOD
/** POST requests of one browser. */
export const POST_RATE: Rate = { burst: 40, perSecond: 2 }
/** Passwords and links tried: by login or cookie, and by address. */
export const SIGN_IN_RATE: Rate = { burst: 8, perSecond: 8 / 900 }
/**
 * Wrong room codes and stage keys of one address. Right ones do not count, so that a ballroom of phones gets in; at one wrong
 * code a second all of them take a year.
 */
export const WRONG_CODE_RATE: Rate = { burst: 300, perSecond: 1 }
export const SIGN_IN_FLOOD: Rate = { burst: 60, perSecond: 60 / 900 }
