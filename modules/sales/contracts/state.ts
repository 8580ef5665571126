import type { Locale } from '../../../core/i18n/locale.ts'
import { type Choice, parseChoice, printChoice } from '../../../core/values/choice.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What is stored; a contract in force whose term is over reads as expired. */
export const storedStates = ['draft', 'waiting', 'active', 'void'] as const
export type StoredState = (typeof storedStates)[number]
export type ContractState = StoredState | 'expired'

/** How a contract stands on a day of the company. */
export const stateOn = (
  { state, endsOn }: { state: StoredState; endsOn: string | null },
  today: string,
): ContractState => (state === 'active' && endsOn && endsOn < today ? 'expired' : state)

const aliases: Record<StoredState, readonly string[]> = {
  draft: ['待签', '未签订', '未生效', 'unsigned', 'new'],
  waiting: ['待审批', '审核中', 'pending'],
  // A term that is over is read off its last day.
  active: ['生效', '已生效', '执行中', '进行中', '已签订', '已到期', 'active', 'signed', 'expired'],
  void: ['作废', '终止', '已终止', 'cancelled', 'terminated'],
}

const choices: readonly Choice<StoredState>[] = storedStates.map((key) => ({
  ...{ key, label: { en: en.states[key], 'zh-CN': zhCN.states[key] }, aliases: aliases[key] },
}))

/** How a stored state is read, printed and chosen. */
export const contractState = {
  kind: 'select' as const,
  parse: (typed: string) => parseChoice(typed, choices),
  print: (key: StoredState, locale: Locale) => printChoice(key, choices, locale),
  raw: (key: StoredState) => key,
  options: (locale: Locale) =>
    choices.map(({ key, label }) => ({ value: key, label: label[locale] })),
}
