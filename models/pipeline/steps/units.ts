// The units that a model's numbers may be in. Metres of one.

export const UNITS = { m: 1, cm: 0.01, mm: 0.001, inch: 0.0254 } as const
export type UnitName = keyof typeof UNITS

export const isUnit = (name: string): name is UnitName => Object.hasOwn(UNITS, name)
