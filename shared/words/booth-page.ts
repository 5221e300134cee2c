// Words of the plain pages: the list of the cities and a page for every booth.

import type { WordTable } from './words.ts'

export const BOOTH_PAGE_WORDS = {
  'booth-page.house': { zh: '山东会客厅', en: 'Shandong Parlor' },
  'booth-page.list': { zh: '二十三座城市', en: 'Twenty-three cities' },
  'booth-page.list-lead': {
    zh: '沿黄河自西向东，从上游的伙伴到入海的港城。每座城市一页，与展厅里的展位内容相同。',
    en: 'West to east along the Yellow River, from partners upstream to ports on the coast. One page each, with what the booth in the hall says.',
  },
  'booth-page.skip': { zh: '跳到正文', en: 'Skip to the content' },
  'booth-page.all': { zh: '全部城市', en: 'All cities' },
  'booth-page.in-hall': { zh: '走到这个展位', en: 'Walk to this booth' },
  'booth-page.hall': { zh: '走进展厅', en: 'Walk into the hall' },
  'booth-page.other-language': { zh: 'English', en: '中文' },
  'booth-page.sample': {
    zh: '示例文字：该城市尚未提供自己的介绍。',
    en: 'Sample text: the city has not written its own yet.',
  },
  'booth-page.facts': { zh: '数据', en: 'Figures' },
  'booth-page.population': { zh: '常住人口', en: 'Resident population' },
  'booth-page.people': { zh: '人', en: 'people' },
  'booth-page.census': {
    zh: '第七次全国人口普查，2020 年 11 月 1 日',
    en: 'Seventh National Population Census of China, 1 November 2020',
  },
  'booth-page.place': { zh: '位置', en: 'Location' },
  'booth-page.code': { zh: '行政区划代码', en: 'Division code' },
  'booth-page.code-source': { zh: 'GB/T 2260', en: 'GB/T 2260' },
  'booth-page.sectors': { zh: '优势产业', en: 'Leading sectors' },
  'booth-page.what': { zh: '项目', en: 'What' },
  'booth-page.figure': { zh: '数值', en: 'Figure' },
  'booth-page.source': { zh: '来源与年份', en: 'Source and year' },
  'booth-page.shandong': { zh: '山东省入驻城市', en: 'City of Shandong' },
  'booth-page.city-partner': { zh: '伙伴城市', en: 'Partner city' },
  'booth-page.province-partner': { zh: '省级对口伙伴', en: 'Province-level partner' },
  'booth-page.model': { zh: '展位模型', en: 'The booth’s model' },
  'booth-page.products': { zh: '产品', en: 'Products' },
  'booth-page.projects': { zh: '招商项目', en: 'Projects looking for investors' },
  'booth-page.contacts': { zh: '联系人', en: 'Whom to contact' },
  'booth-page.not-found': { zh: '没有这座城市的页面。', en: 'There is no page for such a city.' },
} as const satisfies WordTable
