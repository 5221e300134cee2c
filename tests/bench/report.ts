// What every bench gives: lines with a figure, a unit and a limit. Printed as a table, and with --json as one last line.

import { cpus, totalmem } from 'node:os'

export interface Line {
  readonly what: string
  readonly figure: number
  readonly unit: string
  /** E.g. `≤ 1.2`, `≥ 99.5`; empty: only told. */
  readonly limit: string
  readonly pass: boolean
}

export interface BenchOptions {
  /** Fewer people and seconds: shows that the bench still works, not a figure to quote. */
  readonly smoke: boolean
  /** Sizes and rounds from the command line, where a bench takes them. */
  readonly sizes: readonly number[] | null
  readonly rounds: number | null
  readonly seconds: number | null
  /** A folder of models, where a bench takes one; its fixtures otherwise. */
  readonly corpus?: string
  /** Only files with this in their name, and nothing else of the bench, where a bench takes one. */
  readonly only?: string
  /** Says what is going on, a line at a time. */
  readonly say: (text: string) => void
}

/** A bench: a module `tests/bench/<name>.ts` exports one as `bench`. */
export type Bench = (options: BenchOptions) => Promise<readonly Line[]>

/** A line judged by its limit: `most` or `least` of the figure. */
export function line(
  what: string,
  figure: number,
  unit: string,
  limit: { most: number } | { least: number } | null,
): Line {
  const rounded = Number(figure.toPrecision(4))
  if (!limit) return { what, figure: rounded, unit, limit: '', pass: true }
  return 'most' in limit
    ? { what, figure: rounded, unit, limit: `≤ ${limit.most}`, pass: rounded <= limit.most }
    : { what, figure: rounded, unit, limit: `≥ ${limit.least}`, pass: rounded >= limit.least }
}

/** The machine in words. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`

/** Lines as a table. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, figure, unit, limit, pass }) => [
    what,
    String(figure),
    unit,
    limit,
    limit ? (pass ? 'pass' : 'MISSED') : '',
  ])
  const head = ['what', 'figure', 'unit', 'limit', '']
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const print = (row: readonly string[]) =>
    row.map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')
  return [head, ...rows].map((row) => print(row).trimEnd()).join('\n')
}

/** The one object of `--json`. */
export const summary = (bench: string, lines: readonly Line[]): string =>
  JSON.stringify({
    bench,
    at: new Date().toISOString(),
    machine: machine(),
    lines,
    pass: lines.every(({ pass }) => pass),
  })
