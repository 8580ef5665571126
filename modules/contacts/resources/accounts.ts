import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { within } from '../../../core/access/within.ts'
import { refuseErrors } from '../../../core/api/invalid.ts'
import { words } from '../../../core/api/question.ts'
import {
  heldOf,
  holdVersion,
  movingOf,
  placeFields,
  placeRecord,
  readPlacing,
} from '../../../core/api/records/placing.ts'
import {
  type Kept,
  keptColumns,
  keptFields,
  keptFilters,
  keptOf,
  readOne,
  readPage,
} from '../../../core/api/records/reading.ts'
import { readValues } from '../../../core/api/records/values.ts'
import { bothWays, type Input, type JsonRecord, type Resource } from '../../../core/api/resource.ts'
import { shownFields, valuesAsJson, writtenFields } from '../../../core/fields/json.ts'
import type { Errors } from '../../../core/http/form.ts'
import {
  inJson,
  ownAsJson,
  shownOwn,
  writeOrRefuse,
  writtenOwn,
} from '../../../core/own-fields/json.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { type AccountValues, accountFields } from '../accounts/account-fields.ts'
import { type AccountRecord, readAccount } from '../accounts/account-record.ts'
import { accountFrom, type Stored, storedAccount } from '../accounts/account-storage.ts'
import { createAccount, saveAccount } from '../accounts/accounts.ts'
import { holdHierarchy, isBelow } from '../accounts/hierarchy.ts'
import { accountKind } from '../kinds.ts'
import { winnerInReach } from '../merging/or-winner.ts'
import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-CN.ts'
import { contactsText } from '../messages.ts'
import { accounts } from '../schema.ts'
import { type Beside, besideAsJson, besideColumns, besideFields } from './beside.ts'
import { readBeside, setBeside, writtenBeside } from './writing-beside.ts'

type Row = Kept & Beside & Stored & { parent: Named | null }

const parentId = z
  .uuid()
  .nullable()
  .meta({ label: { en: en.accounts.parent, 'zh-CN': zhCN.accounts.parent } })

/** Accounts for programs. */
export const accountResource: Resource<'contacts'> = {
  name: 'accounts',
  title: { en: 'Accounts', 'zh-CN': '客户' },
  permission: accountKind.view,
  record: (scope) =>
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      ...shownFields(accountFields),
      own: shownOwn(scope?.own.live(accountKind.object) ?? []),
      parentId,
      parentName: z.string().nullable(),
      ...besideFields,
      ...keptFields,
    }),
  filters: { ...keptFilters, industry: words, level: words },
  own: accountKind.object,
  sorts: bothWays(Object.keys(accountKind.sorts)),
  list: async (scope, question) => {
    const { rows, ...page } = await readPage<Row>(scope, accountKind, columns(scope), question)
    return { items: rows.map((row) => asJson(scope, row)), ...page }
  },
  read: async (scope, id) =>
    asJson(scope, await readOne<Row>(scope, accountKind, columns(scope), id)),
  successor: (scope, id) => winnerInReach(scope, accountKind, id),
  writing: {
    permission: accountKind.edit,
    input: (scope) =>
      z.strictObject({
        ...writtenFields(accountFields),
        own: writtenOwn(scope?.own.live(accountKind.object) ?? []),
        parentId: parentId.optional(),
        ...writtenBeside,
        ...placeFields,
      }),
    creating: { en: en.api.creatingAccounts, 'zh-CN': zhCN.api.creatingAccounts },
    create: async (scope, registry, input) => {
      const { values, parent, placing, beside } = await readInput(scope, input)
      const id = await writeOrRefuse(() => createAccount(scope, registry, { values, parent }))
      await setBeside(scope, registry, accountKind, id, beside)
      await placeRecord(scope, registry, accountKind, id, placing)
      return id
    },
    change: async (scope, registry, id, version, input) => {
      if (input.parentId) await holdHierarchy(scope)
      if (!(await holdVersion(scope, accountKind, id, version))) return 'conflict'
      const old = await readAccount(scope, id, accountKind.edit)
      const { values, parent, placing, beside } = await readInput(scope, input, old)
      await writeOrRefuse(() => saveAccount(scope, registry, old, old.version, { values, parent }))
      await setBeside(scope, registry, accountKind, id, beside)
      await placeRecord(scope, registry, accountKind, id, placing)
      return undefined
    },
    ...movingOf(accountKind),
  },
}

/** A parent out of the reader's reach is not named. */
const columns = (scope: Scope) => sql`${keptColumns(scope, accountKind)},
  ${besideColumns(scope, accountKind)}, ${storedAccount},
  (select json_build_object('id', p.id, 'name', p.name) from (select accounts.* from ${accounts}
      where accounts.company_id = ${scope.company.id}
        and ${within(scope, accountKind.view, accounts)}) p
    where p.id = accounts.parent_id) as parent`

function asJson(scope: Scope, row: Row): JsonRecord {
  const values = accountFrom(row)
  return {
    id: row.id,
    version: row.version,
    ...valuesAsJson(accountFields, values),
    own: ownAsJson(scope.own.live(accountKind.object), values),
    parentId: row.parent?.id ?? null,
    parentName: row.parent?.name ?? null,
    ...besideAsJson(scope, row),
    ...keptOf(row),
  }
}

/** Reads what a program wrote of an account; what it left out stays as it was. @throws Invalid */
async function readInput(scope: Scope, input: Input, old?: AccountRecord) {
  const { values, errors } = readValues<AccountValues & OwnValues>(
    scope,
    accountKind,
    accountFields,
    input,
    old?.values,
  )
  const parent = await readParent(scope, input, errors, old)
  const placing = await readPlacing(scope, input, heldOf(scope, accountKind, old), errors)
  const beside = await readBeside(scope, input, accountKind, old?.id, errors)
  refuseErrors(inJson(errors))
  return { values, parent, placing, beside }
}

async function readParent(
  scope: Scope,
  { parentId }: Input,
  errors: Errors,
  old?: AccountRecord,
): Promise<Named | null> {
  if (parentId === null) return null
  if (parentId === undefined) return old?.parentId ? { id: old.parentId, name: '' } : null
  const [found] = await scope.db.execute<Named>(sql`
    select id, name from ${accounts} where company_id = ${scope.company.id} and id = ${parentId}
      and ${within(scope, accountKind.view, accounts)}`)
  const t = contactsText(scope.locale).accounts
  if (!found) errors.parentId = t.gone
  else if (found.id === old?.id) errors.parentId = t.parentItself
  else if (old && (await isBelow(scope, found.id, old.id))) errors.parentId = t.parentBelow
  return found ?? null
}
