// Words of taking products and projects out of a spreadsheet.

import type { WordTable } from './words.ts'

export const TABLE_WORDS = {
  'table.open': { zh: '从表格导入', en: 'From a spreadsheet' },
  'table-title.products': { zh: '从表格导入产品', en: 'Products from a spreadsheet' },
  'table-title.projects': { zh: '从表格导入项目', en: 'Projects from a spreadsheet' },
  'table.lead': {
    zh: '在 Excel 或 WPS 里选中并复制这些行，粘贴到下面；也可以选择 CSV 文件。第一行可以是列名。',
    en: 'Copy the rows in Excel or another spreadsheet and paste them here, or choose a CSV file. The first row may name the columns.',
  },
  'table.columns': { zh: '能识别的列：{columns}', en: 'Columns that are understood: {columns}' },
  'table.paste': { zh: '粘贴到这里', en: 'Paste here' },
  'table.file': { zh: '选择 CSV 文件', en: 'Choose a CSV file' },
  'table.file-bad': {
    zh: '这个文件无法读取，请另存为 CSV 再试。',
    en: 'This file could not be read. Save it as CSV and try again.',
  },
  'table.found': {
    zh: '读到 {count} 行',
    en: '{count, plural, =0 {Nothing was read} one {# row was read} other {# rows were read}}',
  },
  'table.more': { zh: '另有 {count} 行', en: '{count, plural, one {and # more row} other {and # more rows}}' },
  'table.unread': {
    zh: '有 {count} 处没有读入',
    en: '{count, plural, one {One thing could not be read} other {# things could not be read}}',
  },
  'table.row': { zh: '第 {row} 行：', en: 'Row {row}: ' },
  'table.no-name': { zh: '没有名称，整行未读入', en: 'no name, so the row was left out' },
  'table.too-long': {
    zh: '“{column}”超过 {limit} 字，整行未读入',
    en: '“{column}” is longer than {limit} characters, so the row was left out',
  },
  'table.sector-unknown': {
    zh: '不认识的产业“{value}”，该项未选产业',
    en: 'there is no sector “{value}”; the project was read without one',
  },
  'table.no-room': { zh: '列表已满，整行未读入', en: 'the list is full, so the row was left out' },
  'table.column-unknown': {
    zh: '不认识的列“{value}”，未读入',
    en: 'the column “{value}” is not known and was left out',
  },
  'table.how': { zh: '导入方式', en: 'What to do with them' },
  'table.append': { zh: '加到后面', en: 'Add to the list' },
  'table.replace': { zh: '替换整个列表', en: 'Replace the list' },
  'table.take': {
    zh: '导入 {count} 个',
    en: '{count, plural, one {Take this one} other {Take these #}}',
  },
  'table.taken': { zh: '已导入 {count} 个', en: '{count, plural, one {One was taken} other {# were taken}}' },
} as const satisfies WordTable
