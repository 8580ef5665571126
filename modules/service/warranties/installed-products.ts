import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { accountKind, accounts } from '../../contacts/public.ts'
import { installedProducts } from './schema.ts'

export const installedObject = 'service.installed-product'

/** What is known of one; days as YYYY-MM-DD. */
export type InstalledInput = {
  product: string
  serial: string
  boughtOn: string | null
  warrantyUntil: string | null
  note: string
}

export type Installed = InstalledInput & {
  id: string
  version: number
  accountId: string
  account: string
}

/** An account shows this many; whoever has more is looked up by serial number elsewhere. */
const mostShown = 100

/** Those of accounts that this person may see: what stands beside an account is as hidden as it is. */
const columns = sql`p.id, p.version, p.account_id as "accountId", accounts.name as account,
  p.product, p.serial, p.bought_on::text as "boughtOn",
  p.warranty_until::text as "warrantyUntil", p.note`

/** A query for the products of one account, newest first; the caller may or may not see it. */
export const installedOf = (scope: Scope, accountId: SQL): SQL => sql`
  select ${columns} from ${installedProducts} p
  join ${accounts} on accounts.company_id = p.company_id and accounts.id = p.account_id
  where p.company_id = ${scope.company.id} and p.account_id = ${accountId}
    and p.archived_at is null and ${within(scope, accountKind.view, accounts)}
  order by p.id desc limit ${mostShown}`

/** One of them. @throws Refusal 404 when its account is out of reach */
export async function readInstalled(scope: Scope, id: string): Promise<Installed> {
  const [row] = await scope.db.execute<Installed>(sql`
    select ${columns} from ${installedProducts} p
    join ${accounts} on accounts.company_id = p.company_id and accounts.id = p.account_id
    where p.company_id = ${scope.company.id} and p.id = ${id} and p.archived_at is null
      and ${within(scope, accountKind.view, accounts)}`)
  if (!row) throw notFound()
  return row
}

/** Notes what a customer has. The caller has made sure that the account may be seen. @returns its id */
export async function addInstalled(
  scope: Scope,
  accountId: string,
  input: InstalledInput,
): Promise<string> {
  const id = newId()
  await insertMany(scope, installedProducts, [{ id, accountId, ...input }])
  await recordAudit(scope, {
    ...{ action: 'created', object: installedObject, recordId: id },
    after: { account: accountId, ...input },
  })
  return id
}

/** @returns conflict when somebody changed it since `version` */
export async function changeInstalled(
  scope: Scope,
  old: Installed,
  version: number,
  input: InstalledInput,
): Promise<'saved' | 'conflict'> {
  const [row] = await scope.db.execute(sql`
    update ${installedProducts} set product = ${input.product}, serial = ${input.serial},
      bought_on = ${input.boughtOn}, warranty_until = ${input.warrantyUntil},
      note = ${input.note}, updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${old.id} and version = ${version}
    returning id`)
  if (!row) return 'conflict'
  const { id, version: _, accountId: __, account: ___, ...before } = old
  const change = differences<Record<string, unknown>>(before, input)
  if (change)
    await recordAudit(scope, {
      action: 'changed',
      object: installedObject,
      recordId: id,
      ...change,
    })
  return 'saved'
}

/** It is no longer in use; what was noted stays. */
export async function removeInstalled(scope: Scope, { id }: Installed): Promise<void> {
  await scope.db.execute(sql`
    update ${installedProducts} set archived_at = now(), updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${id}`)
  await recordAudit(scope, { action: 'archived', object: installedObject, recordId: id })
}
