// How the pipeline says no. Deep readers throw a ModelFault; guard.ts and optimise.ts catch it at their border and hand
// it on as a value, so nothing outside this folder ever sees one thrown.
import type { Remark } from '../../shared/model/summary.ts'

export class ModelFault extends Error {
  readonly remark: Remark
  constructor(remark: Remark) {
    super(remark.code)
    this.name = 'ModelFault'
    this.remark = remark
  }
}

/** Ends the reading of a file with a code of shared/words/model.ts. */
export function refuse(code: string, detail: Remark['detail'] = {}): never {
  throw new ModelFault({ code, detail })
}

/** Refuses unless the condition holds. */
export function must(condition: boolean, code: string, detail: Remark['detail'] = {}): asserts condition {
  if (!condition) refuse(code, detail)
}

/** A name out of a file, fit to be shown: NFC, no control, direction or markup characters, at most 80 characters. */
export function plainName(name: string): string {
  const clean = name
    .slice(0, 400)
    .normalize('NFC')
    .replace(/[\p{C}\p{M}<>"'`{}\\]/gu, '')
  return clean.length > 80 ? `${clean.slice(0, 79)}…` : clean
}

/** Collects what is worth saying of a file; the same code twice is kept once, with the latest detail. */
export class Findings {
  private readonly byCode = new Map<string, Remark>()
  add(code: string, detail: Remark['detail'] = {}): void {
    this.byCode.set(code, { code, detail })
  }
  list(): Remark[] {
    return [...this.byCode.values()]
  }
}
