// The head of every page but the hall: the house's name as the way home, and the language.

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { RibbonMark } from './Ribbon.tsx'
import { useLanguage, useWords } from './words.tsx'

export function PageHead({ children }: { readonly children?: ReactNode }) {
  const say = useWords(COMMON_WORDS)
  return (
    <header className="page-head">
      <Link href="/" className="house-name">
        <RibbonMark />
        <HouseName />
        <span className="hidden-text">{say('common.home')}</span>
      </Link>
      <div className="row page-head-end">
        {children}
        <LanguageSwitch />
      </div>
    </header>
  )
}

/** The house's name in the visitor's language first, in the other one smaller. */
export function HouseName() {
  const { language } = useLanguage()
  const { zh, en } = COMMON_WORDS['common.house']
  return (
    <span className="house-names">
      <strong>{language === 'zh' ? zh : en}</strong>
      <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{language === 'zh' ? en : zh}</span>
    </span>
  )
}
