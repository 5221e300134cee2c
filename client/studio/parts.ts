// The parts of the studio in the order of its list: the sections of a booth that have a page here, and publishing.

import type { Section } from '../../shared/booth/content.ts'

export const STUDIO_PARTS = ['model', 'front', 'panels', 'spots', 'people', 'products', 'projects', 'publish'] as const
export type StudioPart = (typeof STUDIO_PARTS)[number]

/** The part that an address names; the model for none, null for one that there is not. */
export const partNamed = (name: string | undefined): StudioPart | null =>
  name === undefined ? 'model' : (STUDIO_PARTS.find((part) => part === name) ?? null)

/** The part where a section is edited, or null while it has none. */
export const partOf = (section: Section): StudioPart | null => STUDIO_PARTS.find((part) => part === section) ?? null

/** The section that a part edits. */
export const sectionOf = (part: StudioPart): Section | null => (part === 'publish' ? null : part)
