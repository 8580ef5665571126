import type { Locale } from '../../core/i18n/locale.ts'

export type Row = {
  id: string
  name: string
  company: string
  stage: number
  owner: string
  phone: string
  city: string
  last: string
  amount: string
}

const zh = {
  people:
    '欧阳娜娜 张三 李雪梅 王建国 陈思远 赵一诺 周子轩 吴梓涵 孙丽华 马志强 郑宇欣 林晓峰 何文静 许明',
  companies:
    '上海星河科技有限公司 杭州云帆网络科技有限公司 深圳前海蓝海国际贸易有限公司 北京中关村启明咨询 苏州工业园区精工医疗器械股份有限公司 广州白云物流',
  owners: '林岚 艾米尔 孙悦',
  cities: '上海 杭州 深圳 北京',
  stages: ['新线索', '已确认需求', '报价中', '谈判', '赢单'],
  last: ['今天', '昨天', '4天前', '9天前', '16天前'],
  phone: (n: number) => `138 ${1000 + 37 * n} ${5000 + 91 * n}`,
  money: (n: number) => `¥${n.toLocaleString('zh-CN')}`,
}

const en: typeof zh = {
  people:
    'Ada_Chen Jonathan_Whitfield Priya_Raman Tom_Becker Mei_Lin Sofia_Alvarez David_Okafor Hannah_Schmidt Lucas_Moreau Grace_Park Omar_Haddad Nina_Rossi Ben_Carter Yuki_Mori',
  companies:
    'Northwind_Traders Blue_Harbor_Logistics Acme_Medical_Devices Brightside_Foods Orbit_Software Kestrel_Partners',
  owners: 'Lin_Lan Emil_Ai Sun_Yue',
  cities: 'London Leeds Berlin Lyon',
  stages: ['New lead', 'Qualified', 'Proposal', 'Negotiation', 'Won'],
  last: ['today', 'yesterday', '4 days ago', '9 days ago', '16 days ago'],
  phone: (n: number) => `+44 20 ${7900 + n} ${1000 + 77 * n}`,
  money: (n: number) => `£${n.toLocaleString('en-GB')}`,
}

/** Plausible rows of a list in either language. */
export function someRows(locale: Locale, many = 14): Row[] {
  const words = locale === 'en' ? en : zh
  const pick = (list: string, at: number) => {
    const all = list.split(' ')
    return (all[at % all.length] as string).replaceAll('_', ' ')
  }
  return Array.from({ length: many }, (_, at) => ({
    id: `0193a5c2-7b1e-7000-8000-${String(at).padStart(12, '0')}`,
    name: pick(words.people, at),
    company: pick(words.companies, at),
    stage: (at * 3) % 5,
    owner: pick(words.owners, at),
    phone: words.phone(at),
    city: pick(words.cities, at),
    last: words.last[at % 5] as string,
    amount: words.money(12_800 + 7_350 * at),
  }))
}

export const stageNames = (locale: Locale): readonly string[] => (locale === 'en' ? en : zh).stages

/** One text in both languages, for a page that only tests see. */
export const say = (locale: Locale, chinese: string, english: string): string =>
  locale === 'en' ? english : chinese
