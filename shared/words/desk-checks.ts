// Words of the automatic checks that the desk reads beside a version that waits.

import type { WordTable } from './words.ts'

export const DESK_CHECK_WORDS = {
  'checks.no-model': { zh: '没有自己的模型：使用默认展位', en: 'No model of its own: the house’s default booth' },
  'checks.within': { zh: '符合展厅预算', en: 'within the hall’s budget' },
  'checks.over': { zh: '超出展厅预算', en: 'over the hall’s budget' },
  'checks.weight': { zh: '{before} 优化为 {after}', en: '{before} made into {after}' },
  'checks.triangles': {
    zh: '{count, number} 个三角面',
    en: '{count, plural, one {# triangle} other {# triangles}}',
  },
  'checks.over-line': {
    zh: '{level}：{what} {is}，上限 {limit}',
    en: '{level}: {what} {is}, at most {limit}',
  },
  'checks.near': { zh: '近处', en: 'Near' },
  'checks.mid': { zh: '中距', en: 'Middle' },
  'checks.far': { zh: '远处', en: 'Far' },
  'checks.bytes': { zh: '大小', en: 'weight' },
  'checks.triangles-of': { zh: '三角面', en: 'triangles' },
  'checks.drawCalls': { zh: '绘制次数', en: 'draw calls' },
  'checks.textureBytes': { zh: '显存贴图', en: 'texture memory' },
  'checks.mended': {
    zh: '自动处理了 {count} 处',
    en: '{count, plural, one {One thing was mended or noted} other {# things were mended or noted}}',
  },
  'checks.panels': { zh: '{count} 块展板', en: '{count, plural, one {# panel} other {# panels}}' },
  'checks.spots': { zh: '{count} 个互动点', en: '{count, plural, one {# spot} other {# spots}}' },
  'checks.products': { zh: '{count} 个产品', en: '{count, plural, one {# product} other {# products}}' },
  'checks.projects': { zh: '{count} 个项目', en: '{count, plural, one {# project} other {# projects}}' },
  'checks.people': { zh: '{count} 位联系人', en: '{count, plural, one {# contact} other {# contacts}}' },
  'checks.files': {
    zh: '{count} 个图片或文件',
    en: '{count, plural, one {# picture or file} other {# pictures and files}}',
  },
  'checks.front-only': { zh: '没有展板、产品、项目和联系人', en: 'no panels, offers or contacts' },
  'checks.look': { zh: '查看第 {n} 版的页面', en: 'Look at version {n}' },
  'checks.look-of': { zh: '查看{city}第 {n} 版的页面', en: 'Look at version {n} of {city}' },
} as const satisfies WordTable
