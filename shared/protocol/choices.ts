// What is chosen from in both halves of the house, as plain lists: the client's files hold no parser.

/** Languages of the house, the first is where it stands. */
export const LANGUAGES = ['zh', 'en'] as const

/** How one follows a guide. */
export const FOLLOW_MODES = ['free', 'together', 'spotlight'] as const
