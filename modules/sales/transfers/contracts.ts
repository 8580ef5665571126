import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { money } from '../../../core/fields/field.ts'
import { passNumbers } from '../../../core/numbering/numbers.ts'
import type { Scope } from '../../../core/scope.ts'
import { namedColumn } from '../../../core/transfer/book/place.ts'
import { type Links, recordTransfer } from '../../../core/transfer/book/record-transfer.ts'
import type { Transfer } from '../../../core/transfer/transfer.ts'
import { accountColumn, readEmployers } from '../../contacts/public.ts'
import type { ContractRecord } from '../contracts/contract-fields.ts'
import { contractStorage } from '../contracts/contract-record.ts'
import { contractKind, contractNumbers } from '../contracts/kind.ts'
import { contractText } from '../contracts/messages.ts'
import { contracts } from '../contracts/schema.ts'
import { accountName } from '../papers/account-field.ts'
import { balanceFor, receivedFor } from '../receivables/balance-sql.ts'
import { salesTransferText } from './messages.ts'

/** What a row names of the customer: by name, or surer by credit code. */
type Named = { account?: string; accountCode?: string }

const codeColumn = namedColumn(
  'accountCode',
  { en: 'Credit code of the account', 'zh-CN': '客户统一社会信用代码' },
  ['统一社会信用代码', '信用代码', '税号', 'credit code', 'tax number'],
  '91310000MA1FL4B24X',
)

const amountOut = (field: 'received' | 'balance', label: { en: string; 'zh-CN': string }) => ({
  ...{ ...money, field, label, aliases: [], example: '', outOnly: true as const },
})

const here = sql`contracts`
const amount = (minor: ReturnType<typeof balanceFor>) =>
  sql`json_build_object('minor', ${minor}, 'currency', contracts.currency)`

const links: Links<ContractRecord> = {
  columns: [
    accountColumn,
    codeColumn,
    amountOut('received', { en: 'Received', 'zh-CN': '已回款' }),
    amountOut('balance', { en: 'To be paid', 'zh-CN': '未回款' }),
  ],
  usual: { state: 'draft', receivedMinor: 0 },
  open: async (scope, rows) => {
    const named = (rows as readonly Named[]).flatMap(({ account, accountCode }) => [
      { account },
      { account: accountCode },
    ])
    const [accountOf, taken] = [await readEmployers(scope, named), await takenBeyond(scope, rows)]
    return ({ account, accountCode, ...row }: (typeof rows)[number] & Named) => {
      if (row.number && taken.has(row.number))
        return {
          reason: salesTransferText(scope.locale).contractTaken(row.number),
          field: 'number',
        }
      const all = [accountCode, account].flatMap((one) => (one ? accountOf(one) : []))
      const found = all.find((one) => 'id' in one) ?? all.at(-1)
      if (found && 'reason' in found)
        return { ...found, field: account ? 'account' : 'accountCode' }
      return { row: { ...row, ...(found && { accountId: found.id }) } }
    }
  },
  refuse: refuseContract,
  read: (scope) => sql`${accountName(scope, sql`contracts.account_id`)} as account,
    ${amount(receivedFor(here))} as received, ${amount(balanceFor(here))} as balance`,
}

/** Numbers of contracts that no row can mean: put away, or out of reach. */
async function takenBeyond(scope: Scope, rows: readonly { number?: string }[]) {
  const numbers = rows.flatMap(({ number }) => number ?? [])
  const found = await scope.db.execute<{ number: string }>(sql`
    select ${contracts.number} from ${contracts} where ${contracts.companyId} = ${scope.company.id}
      and ${contracts.number} = any(${sql.param(numbers)}::text[])
      and not (${contracts.archivedAt} is null and ${within(scope, contractKind.view, contracts)}
        and ${within(scope, contractKind.files.import, contracts)})`)
  return new Set(found.map(({ number }) => number))
}

/**
 * What a file may not say of a contract. A new one comes as it was agreed elsewhere; of one that is
 * here the money stays as it was agreed to here, and only its own page leads it from state to state.
 */
function refuseContract(
  scope: Scope,
  before: ContractRecord | undefined,
  after: ContractRecord,
): string | undefined {
  const t = contractText(scope.locale)
  const said = salesTransferText(scope.locale)
  if (!after.accountId) return said.needAccount
  if (!after.total) return said.needTotal
  if (after.total.minor < 0) return t.negative
  if (after.startsOn && after.endsOn && after.endsOn < after.startsOn) return t.backwards
  if (!before) return after.state === 'waiting' ? said.waitingElsewhere : undefined
  if (after.state !== before.state) return said.stateStays
  const isPaid = after.total.minor !== before.total.minor
  const isOther = after.total.currency !== before.total.currency
  if (!isPaid && !isOther && after.accountId === before.accountId) return undefined
  if (before.state !== 'draft') return t.fixed
  const isMixed = isOther && before.receivedMinor > 0
  return after.total.minor < before.receivedMinor || isMixed ? t.belowReceived : undefined
}

const transfer = recordTransfer(contractKind, contractStorage, {
  title: { en: 'Contracts', 'zh-CN': '合同' },
  keys: { en: 'Contract number', 'zh-CN': '合同编号' },
  findBy: [{ key: 'number', column: contracts.number, of: ({ number }) => number }],
  ownerAliases: ['签约人', '合同负责人', 'contract owner'],
  links,
})

/** Contracts in and out as files; numbers that come in are not given to others. */
export const contractTransfer: Transfer<'sales'> = {
  ...transfer,
  write: async (scope, registry, rows, order) => {
    const outcomes = await transfer.write(scope, registry, rows, order)
    await passNumbers(
      scope,
      contractNumbers,
      rows.map(({ number }) => String(number)),
    )
    return outcomes
  },
}
