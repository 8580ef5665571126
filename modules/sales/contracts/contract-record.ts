import { sql } from 'drizzle-orm'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { ownColumn, ownFrom } from '../../../core/own-fields/values.ts'
import { keysOf } from '../../../core/records/keys.ts'
import type { Storage } from '../../../core/records/storage.ts'
import { filled } from '../../../core/records/stored.ts'
import { receivedFor } from '../receivables/balance-sql.ts'
import type { ContractRecord } from './contract-fields.ts'
import type { ContractValues } from './contract-form.ts'
import { contractKind } from './kind.ts'
import type { StoredState } from './state.ts'

/** The columns that hold what files and lists know of a contract. */
export type Stored = {
  number: string
  name: string
  accountId: string
  totalMinor: number | string
  currency: string
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  remindDays: number | null
  terms: string
  state: StoredState
  receivedMinor: number | string
  own: Record<string, unknown>
}

/** Those columns, for a query. */
const stored = sql`contracts.number, contracts.name, contracts.account_id as "accountId",
  contracts.total_minor as "totalMinor", contracts.currency, contracts.state,
  contracts.signed_on::text as "signedOn", contracts.starts_on::text as "startsOn",
  contracts.ends_on::text as "endsOn", contracts.remind_days as "remindDays", contracts.terms,
  ${receivedFor(sql`contracts`)} as "receivedMinor", contracts.own`

const contractFrom = (row: Stored): ContractRecord & OwnValues => ({
  ...{ number: row.number, name: row.name, accountId: row.accountId, state: row.state },
  total: { minor: Number(row.totalMinor), currency: row.currency },
  ...{ signedOn: row.signedOn, startsOn: row.startsOn, endsOn: row.endsOn },
  ...{ remindDays: row.remindDays, terms: filled(row.terms) },
  receivedMinor: Number(row.receivedMinor),
  ...ownFrom(row.own),
})

/** What a contract is found by: its name, and its number. */
export const contractKeys = (number: string, name: string) => keysOf(name, [number])

/** A form's values as columns; the amount stands in two. */
export const columnsFrom = (number: string, { currency, ...values }: ContractValues) => ({
  ...{ ...values, totalCurrency: currency },
  ...contractKeys(number, values.name),
})

export const contractStorage: Storage<ContractRecord & OwnValues, Stored> = {
  kind: contractKind,
  stored,
  valuesFrom: contractFrom,
  columnsOf: (_, values) => ({
    ...{ number: values.number, name: values.name, accountId: values.accountId },
    ...{ totalMinor: values.total.minor, totalCurrency: values.total.currency },
    ...{ signedOn: values.signedOn, startsOn: values.startsOn, endsOn: values.endsOn },
    ...{ remindDays: values.remindDays, terms: values.terms ?? '', state: values.state },
    own: ownColumn(values),
    ...contractKeys(values.number, values.name),
  }),
  linked: ['accountId'],
}
