import { day, type FieldsOf, price, prose, text, whole } from '../../../core/fields/field.ts'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import type { Money } from '../../../core/values/money.ts'
import { contractHeaders } from './contract-headers.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { contractState, type StoredState } from './state.ts'

/** A contract as files and lists know it; null is not filled in. Days are ISO days. */
export type ContractRecord = {
  number: string
  name: string
  accountId: string
  total: Money
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  remindDays: number | null
  terms: string | null
  state: StoredState
  /** What has come for it so far; no file changes that. */
  receivedMinor: number
}

type Said = Omit<ContractRecord, 'accountId' | 'receivedMinor'>
type Word = Exclude<keyof Said, 'number'>

const labelOf = (word: Word): PerLocale => ({ en: en[word], 'zh-CN': zhCN[word] })

/** What is said of a contract, in the order of its columns in a file. */
export const contractFields: readonly FieldsOf<Said>[] = [
  {
    ...text(60),
    field: 'number',
    label: { en: 'Contract number', 'zh-CN': '合同编号' },
    aliases: contractHeaders.number,
    required: true,
    example: 'HT-2026-018',
  },
  {
    ...text(200),
    field: 'name',
    label: labelOf('name'),
    aliases: contractHeaders.name,
    required: true,
    example: '2026 年度供货合同',
  },
  {
    ...price,
    field: 'total',
    label: labelOf('total'),
    aliases: contractHeaders.total,
    example: '128000',
  },
  {
    ...day,
    field: 'signedOn',
    label: labelOf('signedOn'),
    aliases: contractHeaders.signedOn,
    example: '2026-03-05',
  },
  {
    ...day,
    field: 'startsOn',
    label: labelOf('startsOn'),
    aliases: contractHeaders.startsOn,
    example: '2026-04-01',
  },
  {
    ...day,
    field: 'endsOn',
    label: labelOf('endsOn'),
    aliases: contractHeaders.endsOn,
    example: '2027-03-31',
  },
  {
    ...contractState,
    field: 'state',
    label: labelOf('state'),
    aliases: contractHeaders.state,
    example: '履行中',
  },
  {
    ...whole(0, 730),
    field: 'remindDays',
    label: labelOf('remindDays'),
    aliases: contractHeaders.remindDays,
    example: '30',
  },
  {
    ...prose,
    field: 'terms',
    label: labelOf('terms'),
    aliases: contractHeaders.terms,
    example: '货到后 30 日内付清',
  },
]
