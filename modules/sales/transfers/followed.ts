import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { within } from '../../../core/access/within.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import type { Scope } from '../../../core/scope.ts'
import { idsByKeys } from '../../../core/transfer/book/finding.ts'
import { emailKey } from '../../../core/values/email.ts'
import { searchText } from '../../../core/values/names.ts'
import {
  accountKind,
  accounts,
  people,
  personAccounts,
  personKind,
  readEmployers,
} from '../../contacts/public.ts'
import { dealKind } from '../deals/kind.ts'
import { deals } from '../deals/schema.ts'
import { followUpText } from '../follow-ups/messages.ts'
import { leadKind } from '../leads/kind.ts'
import { leads } from '../leads/schema.ts'
import type { FollowedCells } from './follow-up-columns.ts'

/** By what records of a kind are named in a file, the surest first. */
type Named = {
  cell: 'contact' | 'lead' | 'deal'
  kind: RecordKind
  by: readonly { column: PgColumn; keyOf: (typed: string) => string }[]
  /** The accounts each is with, which tell those of one name apart. */
  accounts: SQL
}

const byName = (column: PgColumn) => ({ column, keyOf: searchText })

/** The narrowest first: a row that names a deal and its account is about the deal. */
const kinds: readonly Named[] = [
  {
    ...{ cell: 'deal', kind: dealKind },
    by: [{ column: deals.reference, keyOf: (typed) => typed.trim() }, byName(deals.nameKey)],
    accounts: sql`array[${deals.accountId}]`,
  },
  { cell: 'lead', kind: leadKind, by: [byName(leads.nameKey)], accounts: sql`'{}'::uuid[]` },
  {
    ...{ cell: 'contact', kind: personKind },
    by: [
      { column: people.emailKey, keyOf: (typed) => emailKey(typed.trim()) },
      byName(people.nameKey),
    ],
    accounts: sql`array(select ${personAccounts.accountId} from ${personAccounts}
      where ${personAccounts.companyId} = ${people.companyId}
        and ${personAccounts.personId} = ${people.id})`,
  },
]

/** What a row is about, or the sentence why that cannot be told. */
export type FollowedOf = (row: FollowedCells) => Reference | string

/** Looks up what the rows of a batch were about, among what one may follow up. */
export async function readFollowed(
  scope: Scope,
  rows: readonly FollowedCells[],
): Promise<FollowedOf> {
  const t = followUpText(scope.locale)
  const [accountOf, ...lookUps] = await Promise.all([
    readAccounts(scope, rows),
    ...kinds.map((one) => readNamed(scope, one, rows)),
  ])
  return (row) => {
    const account = row.account ? accountOf(row.account) : undefined
    for (const [at, { cell, kind }] of kinds.entries()) {
      const name = row[cell]
      if (!name) continue
      const all = lookUps[at]?.(name) ?? []
      const there = all.filter(
        (one) => typeof account === 'object' && one.accounts.includes(account.id),
      )
      const [found, second] = there.length > 0 ? there : all
      if (!found) return t.unknownRecord(name)
      return second ? t.severalRecords(name) : { object: kind.object, recordId: found.id }
    }
    if (!account) return t.needRecord
    return typeof account === 'string'
      ? account
      : { object: accountKind.object, recordId: account.id }
  }
}

type Found = { id: string; accounts: string[] }

async function readNamed(
  scope: Scope,
  { cell, kind, by, accounts: their }: Named,
  rows: readonly FollowedCells[],
): Promise<(typed: string) => readonly Found[]> {
  const typed = rows.flatMap((row) => row[cell] ?? [])
  const wanted = by.map(({ column, keyOf }) => ({ column, keys: typed.map(keyOf).filter(Boolean) }))
  const { table } = kind
  const keys = sql.join(
    by.map(({ column }) => sql`${column}`),
    sql`, `,
  )
  const found = await scope.db.execute<Found & { keys: string[] }>(sql`
    select ${table.id} as id, ${their} as accounts, array[${keys}]::text[] as keys from ${table}
    where ${table.companyId} = ${scope.company.id} and ${table.archivedAt} is null
      and ${table.id} = any(${sql.param(await idsByKeys(scope, kind, wanted))}::uuid[])
      and ${within(scope, kind.edit, table)} order by ${table.id}`)
  const maps = by.map((_, at) => Map.groupBy(found, ({ keys }) => keys[at] ?? ''))
  return (name) =>
    by.map(({ keyOf }, at) => maps[at]?.get(keyOf(name)) ?? []).find((all) => all.length > 0) ?? []
}

/** The accounts that rows name, as far as one may change them. */
async function readAccounts(scope: Scope, rows: readonly FollowedCells[]) {
  const t = followUpText(scope.locale)
  const named = await readEmployers(scope, rows)
  const ids = rows.flatMap(({ account }) => {
    const found = account ? named(account) : undefined
    return found && 'id' in found ? found.id : []
  })
  const editable = await scope.db.execute<{ id: string }>(sql`
    select ${accounts.id} from ${accounts} where ${accounts.companyId} = ${scope.company.id}
      and ${accounts.id} = any(${sql.param(ids)}::uuid[])
      and ${within(scope, accountKind.edit, accounts)}`)
  const mine = new Set(editable.map(({ id }) => id))
  return (name: string): { id: string } | string => {
    const found = named(name)
    if ('reason' in found) return found.reason
    return mine.has(found.id) ? found : t.unknownRecord(name)
  }
}
