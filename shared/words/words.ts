// What a table of words is: ICU MessageFormat texts by key, in every language of the house, as plain data.
// One file per area; formatting is done where they are shown (client/ui/words.tsx, and the server's pages).

import type { Bilingual } from '../kit/bilingual.ts'

/** Texts by key. Keys begin with their area: `lobby.title`. Both languages name the same arguments. */
export type WordTable = Readonly<Record<string, Bilingual>>

/** Values for the arguments of a text. */
export type WordValues = Readonly<Record<string, string | number>>
