// HTML by template, with everything that is put in escaped. Only what this file made counts as HTML.

/** Text that is HTML already. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

type Part = string | number | Html | readonly Html[]

/** A piece of HTML; what stands in `${}` is escaped unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let out = texts[0] ?? ''
  for (const [i, part] of parts.entries()) out += put(part) + (texts[i + 1] ?? '')
  return new Html(out)
}

function put(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map((one) => one.text).join('')
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
}
