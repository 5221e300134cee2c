// Copies a text and says so. The clipboard's own interface is missing on insecure pages (a venue's floor net), so there is a
// second way.

import { COMMON_WORDS } from '../../shared/words/common.ts'
import { useActions } from './use-app.tsx'
import { useWords } from './words.tsx'

export function useCopy(): (text: string) => Promise<void> {
  const { say: tell } = useActions()
  const say = useWords(COMMON_WORDS)
  return async (text) => tell(say((await copyText(text)) ? 'common.copied' : 'common.copy-failed'))
}

async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused: try the old way.
  }
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
