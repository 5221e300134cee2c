// Chinese or English, always at hand. Each language is named in itself.

import { COMMON_WORDS } from '../../shared/words/common.ts'
import { useActions } from './use-app.tsx'
import { useLanguage, useWords } from './words.tsx'

const NAMES = [
  ['zh', '中文', 'zh-CN'],
  ['en', 'EN', 'en'],
] as const

export function LanguageSwitch() {
  const say = useWords(COMMON_WORDS)
  const { language } = useLanguage()
  const actions = useActions()
  return (
    <fieldset className="segments">
      <legend className="hidden-text">{say('common.language')}</legend>
      {NAMES.map(([code, name, tag]) => (
        <button
          key={code}
          type="button"
          lang={tag}
          aria-pressed={language === code}
          aria-label={code === 'en' ? 'English' : name}
          onClick={() => actions.set({ language: code })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
