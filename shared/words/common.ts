// Words used on every screen: the house's name, controls, the state of the line.

import type { WordTable } from './words.ts'

export const COMMON_WORDS = {
  'common.house': { zh: '山东会客厅', en: 'Shandong Parlor' },
  'common.language': { zh: '语言', en: 'Language' },
  'common.skip': { zh: '跳到正文', en: 'Skip to content' },
  'common.home': { zh: '首页', en: 'Home' },
  'common.close': { zh: '关闭', en: 'Close' },
  'common.cancel': { zh: '取消', en: 'Cancel' },
  'common.retry': { zh: '重试', en: 'Try again' },
  'common.copy': { zh: '复制', en: 'Copy' },
  'common.copied': { zh: '已复制', en: 'Copied' },
  'common.copy-failed': { zh: '未能复制，请手动选中后复制', en: 'It could not be copied. Select it and copy by hand.' },
  'common.loading': { zh: '正在打开…', en: 'Opening…' },
  'common.you': { zh: '您', en: 'You' },
  'common.someone': { zh: '一位来宾', en: 'A visitor' },
  'common.sign-in': { zh: '工作人员登录', en: 'Staff sign-in' },
  'common.sign-out': { zh: '退出登录', en: 'Sign out' },
  'common.desk': { zh: '工作台', en: 'Desk' },
  'common.fault': { zh: '这里出了问题', en: 'Something went wrong here' },
  'common.fault-help': {
    zh: '页面的其余部分不受影响。重新打开通常就能恢复。',
    en: 'The rest of the house is fine. Opening this page again usually helps.',
  },
  'common.reload': { zh: '重新打开', en: 'Open again' },
  'common.not-found': { zh: '这里没有这个房间', en: 'There is no such room here' },
  'common.not-found-help': {
    zh: '链接可能已失效，或输入有误。大门一直开着。',
    en: 'The link may be old or mistyped. The front door is always open.',
  },
  'common.too-old': { zh: '会客厅已更新', en: 'The house has been renewed' },
  'common.too-old-help': {
    zh: '您打开的是旧版页面。重新打开一次即可继续。',
    en: 'This page is from before the change. Open it again to go on.',
  },
  'common.when-both': { zh: '{own}（青岛 {hall}）', en: '{own} ({hall} in Qingdao)' },
  'common.line-connecting': { zh: '正在连接…', en: 'Connecting…' },
  'common.line-lost': { zh: '连接中断，正在重新连接…', en: 'The line dropped. Reconnecting…' },
  'common.line-draining': {
    zh: '会客厅正在重启，片刻后自动恢复。',
    en: 'The house is restarting. You will be back in a moment.',
  },
  'common.line-no-cookie': {
    zh: '浏览器没有保存 Cookie，无法连接。请允许本站使用 Cookie，再重新打开。',
    en: 'This browser keeps no cookies, so it cannot connect. Allow cookies for this site, then open the page again.',
  },
  'common.line-no-code': {
    zh: '页面没有下载完整，无法连接。请重新打开。',
    en: 'Part of this page did not load, so it cannot connect. Open it again.',
  },
  'common.line-back': { zh: '已重新连接', en: 'You are back online' },
} as const satisfies WordTable
