// Words of a booth's spots: what they are called, how they read in the hall and on the plain page.

import type { WordTable } from './words.ts'

export const SPOT_WORDS = {
  'spot.title': { zh: '互动点', en: 'Spots' },
  'spot.open': { zh: '走过去并打开：{name}（{kind}）', en: 'Go to and open: {name} ({kind})' },
  'spot.nameless': { zh: '未命名', en: 'Without a name' },
  'spot.text': { zh: '文字', en: 'Text' },
  'spot.picture': { zh: '图片', en: 'Picture' },
  'spot.film': { zh: '影片', en: 'Film' },
  'spot.pdf': { zh: 'PDF 文件', en: 'PDF' },
  'spot.link': { zh: '网页链接', en: 'Link' },
  'spot.contact': { zh: '联系人', en: 'Contact' },
  'spot.gone': { zh: '这个互动点已不在这里。', en: 'This spot is no longer here.' },
  'spot.film-name': { zh: '影片：{name}', en: 'Film: {name}' },
  'spot.film-failed': {
    zh: '您的浏览器无法播放这部影片。可以下载后用自己的程序打开。',
    en: 'Your browser cannot play this film. You can download it and open it in a program of your own.',
  },
  'spot.download': { zh: '下载', en: 'Download' },
  'spot.pdf-open': { zh: '下载 PDF', en: 'Download the PDF' },
  'spot.pdf-open-size': { zh: '下载 PDF（{size}）', en: 'Download the PDF ({size})' },
  'spot.pdf-help': { zh: '用您自己的程序打开。', en: 'It opens in your own program.' },
  'spot.link-open': { zh: '前往 {host}', en: 'Go to {host}' },
  'spot.link-help': {
    zh: '在新窗口中打开，离开会客厅：{url}',
    en: 'Opens in a new tab and leads out of the Parlor: {url}',
  },
  'spot.contact-gone': { zh: '这位联系人已不在名单上。', en: 'This contact is no longer listed.' },
} as const satisfies WordTable
