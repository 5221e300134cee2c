// The fuzzer's hand: picks by chance, and the numbers that readers trip over.

/** 0 ≤ n < 1; tests/support/seeded.ts makes them. */
export type Chance = () => number

export interface Damaged {
  readonly bytes: Buffer
  /** What was done, for who reads a fault. */
  readonly how: string
}

export const pick = <T>(list: readonly T[], chance: Chance): T | undefined => list[Math.floor(chance() * list.length)]

/** A whole number, 0 ≤ n < below. */
export const whole = (below: number, chance: Chance): number => Math.floor(chance() * below)

/** Borders of the integer kinds, and what is no whole number. */
export const ODD_NUMBERS: readonly number[] = [
  0, 1, -1, 255, 65_535, 65_536, 2_147_483_647, 4_294_967_295, 4_294_967_296, 1e15, 1e308, -1e-300, 0.5,
]
