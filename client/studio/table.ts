// Text of a spreadsheet as rows of cells: what the clipboard has (tabs), or a CSV file (commas or semicolons), with quoted cells.

export type Rows = readonly (readonly string[])[]

/** The rows that hold anything, cells trimmed. A quoted cell may hold separators, line breaks and doubled quotes. */
export function rowsOf(text: string): Rows {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const rows = split(clean, separatorOf(clean))
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

/** A tab in the first line decides; else whichever of comma and semicolon stands there more often. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  if (first.includes('\t')) return '\t'
  const count = (sign: string) => first.split(sign).length
  return count(';') > count(',') ? ';' : ','
}

function split(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (sign === separator) endCell()
    else if (sign === '\n') {
      endCell()
      rows.push(row)
      row = []
    } else cell += sign
  }
  endCell()
  rows.push(row)
  return rows
}

/** Bytes of a CSV file as text: UTF-8, or GBK, in which Chinese spreadsheets write. @returns null for what is no text */
export function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gbk']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // Not in this one.
    }
  }
  return null
}
