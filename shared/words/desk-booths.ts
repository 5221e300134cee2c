// Words of the desk's booths: the house's review, what waits, approving, returning, taking down.

import type { WordTable } from './words.ts'

export const DESK_BOOTH_WORDS = {
  'booths.title': { zh: '各市展位', en: 'Booths of the cities' },
  'booths.review': { zh: '展示前先审核', en: 'Look at what cities submit before it is shown' },
  'booths.review-off': {
    zh: '审核已关闭：各市提交的内容马上展示。',
    en: 'Off: whatever a city submits is shown at once.',
  },
  'booths.none': { zh: '还没有城市提交内容。', en: 'No city has submitted anything yet.' },
  'booths.waiting': { zh: '等待审核（{count}）', en: 'Waiting for you ({count})' },
  'booths.waiting-none': { zh: '没有等待审核的内容', en: 'Nothing waits for you' },
  'booths.others': { zh: '其他', en: 'The others' },
  'booths.version': { zh: '第 {n} 版', en: 'Version {n}' },
  'booths.show-at': { zh: '展示时间：', en: 'to be shown ' },
  'booths.shown': { zh: '展示第 {n} 版', en: 'shows version {n}' },
  'booths.not-shown': { zh: '默认展位', en: 'default booth' },
  'booths.down': { zh: '已暂停展示', en: 'taken down' },
  'booths.changes': { zh: '查看改动', en: 'See what changes' },
  'booths.changes-title': { zh: '{city}第 {n} 版的改动', en: 'What version {n} of {city} changes' },
  'booths.before': { zh: '现在展示', en: 'On show now' },
  'booths.after': { zh: '第 {n} 版', en: 'Version {n}' },
  'booths.approve': { zh: '批准', en: 'Approve' },
  'booths.approved': { zh: '已批准{city}第 {n} 版', en: 'Version {n} of {city} is approved' },
  'booths.return': { zh: '退回…', en: 'Return…' },
  'booths.return-title': { zh: '退回{city}第 {n} 版', en: 'Return version {n} of {city}' },
  'booths.return-go': { zh: '退回', en: 'Return it' },
  'booths.returned': { zh: '已退回{city}', en: 'Returned to {city}' },
  'booths.take-down': { zh: '暂停展示…', en: 'Take down…' },
  'booths.down-title': { zh: '暂停展示{city}的内容', en: 'Take down the booth of {city}' },
  'booths.down-what': {
    zh: '展厅里马上换成默认展位，直到您恢复展示。版本和草稿都会保留。',
    en: 'The hall shows the default booth at once, until you put it up again. Versions and draft are kept.',
  },
  'booths.down-go': { zh: '暂停展示', en: 'Take it down' },
  'booths.put-up': { zh: '恢复展示', en: 'Put up again' },
  'booths.remark-return': { zh: '需要修改什么', en: 'What is to be changed' },
  'booths.remark-down': { zh: '原因', en: 'The reason' },
  'booths.remark-help': { zh: '该市的工作人员会看到这段话。', en: 'The city’s staff read this.' },
  'booths.studio': { zh: '工作室', en: 'Studio' },
  'booths.page': { zh: '城市页面', en: 'Page' },
} as const satisfies WordTable
