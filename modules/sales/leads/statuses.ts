import type { Locale } from '../../../core/i18n/locale.ts'
import { type Choice, parseChoice, printChoice } from '../../../core/values/choice.ts'
import type { Tone } from '../../../views/pill.tsx'

/** How far a lead has got; that it was converted is a date of its own. Keys are stored. */
export const statuses = [
  {
    key: 'new',
    label: { en: 'New', 'zh-CN': '待跟进' },
    aliases: ['open', '新线索', '未跟进', '未联系', 'not contacted'],
  },
  {
    key: 'working',
    label: { en: 'Working on it', 'zh-CN': '跟进中' },
    aliases: ['contacted', 'working', 'in progress', '已联系', '联系中', '有意向', 'qualified'],
  },
  {
    key: 'unfit',
    label: { en: 'Not suitable', 'zh-CN': '无效' },
    aliases: [
      'unqualified',
      'disqualified',
      'junk',
      'dead',
      '无效线索',
      '无意向',
      '关闭',
      'closed',
    ],
  },
] as const satisfies readonly Choice[]

export type Status = (typeof statuses)[number]['key']

const choices: readonly Choice<Status>[] = statuses

/** How a status is read, printed and chosen. */
export const status = {
  kind: 'select' as const,
  parse: (typed: string) => parseChoice(typed, choices),
  print: (key: Status, locale: Locale) => printChoice(key, choices, locale),
  raw: (key: Status) => key,
  options: (locale: Locale) =>
    choices.map(({ key, label }) => ({ value: key, label: label[locale] })),
}

export const statusTones: Record<Status | 'converted', Tone> = {
  ...{ new: 'blue', working: 'orange', unfit: 'grey', converted: 'green' },
}
