/** A text in the two languages that everything of the house has. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}
