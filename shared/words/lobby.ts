// Words of the lobby: what the house is, the way in, what is kept of a visitor.

import type { WordTable } from './words.ts'

export const LOBBY_WORDS = {
  'lobby.title': { zh: '从源头\u200b到大海', en: 'From the source to the sea' },
  'lobby.lead': {
    zh: '山东会客厅是一座永不落幕的展厅。沿黄河走过二十三座城市，在海边遇见最适合您成长的沃土。',
    en: 'The Shandong Parlor is an exhibition that never closes. Follow the Yellow River past twenty-three cities and find the one where your work can grow.',
  },
  'lobby.enter': { zh: '走进展厅', en: 'Walk into the hall' },
  'lobby.enter-note': { zh: '在浏览器中打开，无需安装', en: 'Opens in this browser, nothing to install' },
  'lobby.picture': {
    zh: '展厅实景：沿黄河金线排开的各城市门廊，尽头是大海',
    en: 'Inside the hall: the portals of the cities along the golden river, the sea at its end',
  },
  'lobby.join': { zh: '输入入场码', en: 'Enter a join code' },
  'lobby.live': { zh: '正在进行', en: 'Happening now' },
  'lobby.coming': { zh: '即将开始', en: 'Coming up' },
  'lobby.live-join': { zh: '加入', en: 'Join' },
  'lobby.live-none': { zh: '此刻没有活动', en: 'Nothing is live at the moment' },
  'lobby.live-none-help': {
    zh: '展厅全天开放，您可以自由参观。',
    en: 'The hall is open around the clock. Walk it at your own pace.',
  },
  'lobby.live-since': {
    zh: '{minutes, plural, =0 {刚刚开始} other {已进行 # 分钟}}',
    en: '{minutes, plural, =0 {just started} one {# minute in} other {# minutes in}}',
  },
  'lobby.cities': { zh: '二十三座城市，一条河', en: 'Twenty-three cities on one river' },
  'lobby.cities-help': {
    zh: '自西向东，从上游的伙伴到入海的港城。每座城市都有自己的页面。',
    en: 'West to east, from partners upstream to ports on the coast. Each city has a page of its own.',
  },
  'lobby.source': { zh: '源头', en: 'the source' },
  'lobby.sea': { zh: '大海', en: 'the sea' },
  'lobby.plain': { zh: '不用三维也能参观', en: 'Everything here works without 3D' },
  'lobby.plain-help': {
    zh: '展位上的内容都有对应的网页，可检索、可打印、可朗读。',
    en: 'Whatever a booth says is also a page: quick to open, printable, readable aloud.',
  },
  'lobby.kept': {
    zh: '您的称呼与提问在活动结束或您最后一次来访 30 天后删除；此外不留任何能认出您的信息，也不向任何第三方发送请求。',
    en: 'Your name and your questions are removed 30 days after the session or your last visit. Nothing else is kept that tells who you are, and nothing is sent to anyone else.',
  },
  'lobby.place': {
    zh: '青岛国际会议中心 · 6,000 平方米 · 2020 年 8 月 14 日启用',
    en: 'Qingdao International Convention Centre · 6,000 m² · open since 14 August 2020',
  },
  'kind.guided-tour': { zh: '导览', en: 'Guided tour' },
  'kind.investment-promotion': { zh: '招商推介', en: 'Investment promotion' },
  'kind.project-roadshow': { zh: '项目路演', en: 'Project roadshow' },
  'kind.product-display': { zh: '产品展示', en: 'Product display' },
  'kind.press-release': { zh: '新闻发布', en: 'Press release' },
  'phase.planned': { zh: '未开始', en: 'Not started' },
  'phase.live': { zh: '进行中', en: 'Live' },
  'phase.paused': { zh: '已暂停', en: 'Paused' },
  'phase.ended': { zh: '已结束', en: 'Ended' },
} as const satisfies WordTable
