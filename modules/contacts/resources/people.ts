import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { within } from '../../../core/access/within.ts'
import { refuseErrors } from '../../../core/api/invalid.ts'
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
import {
  inJson,
  ownAsJson,
  shownOwn,
  writeOrRefuse,
  writtenOwn,
} from '../../../core/own-fields/json.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind, personKind } from '../kinds.ts'
import { winnerInReach } from '../merging/or-winner.ts'
import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-CN.ts'
import { lawfulBases } from '../people/lawful-bases.ts'
import { createPerson, savePerson } from '../people/people.ts'
import { type PersonValues, personFields } from '../people/person-fields.ts'
import {
  type PersonRecord,
  personFrom,
  readPerson,
  type Stored,
  storedPerson,
} from '../people/person-record.ts'
import { refuseDays } from '../people/privacy-days.ts'
import { accounts } from '../schema.ts'
import { type Beside, besideAsJson, besideColumns, besideFields } from './beside.ts'
import { readLinks, setLinks, shownLinks, writtenLinks } from './links.ts'
import { readBeside, setBeside, writtenBeside } from './writing-beside.ts'

type Row = Kept & Beside & Stored & { accounts: z.output<typeof shownLinks> }

/** Contacts for programs. */
export const personResource: Resource<'contacts'> = {
  name: 'contacts',
  title: { en: 'Contacts', 'zh-CN': '联系人' },
  permission: personKind.view,
  record: (scope) =>
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      ...shownFields(personFields),
      own: shownOwn(scope?.own.live(personKind.object) ?? []),
      accounts: shownLinks,
      ...besideFields,
      ...keptFields,
    }),
  filters: {
    ...keptFilters,
    account: z.uuid(),
    basis: z.enum(['none', ...lawfulBases.map(({ key }) => key)]).meta({
      label: {
        en: 'Lawful basis; “none” for contacts without one',
        'zh-CN': '合法性基础；none 表示尚未登记',
      },
    }),
    retention: z.enum(['over']).meta({
      label: { en: 'over: kept longer than was meant', 'zh-CN': 'over 表示保存期限已过' },
    }),
  },
  own: personKind.object,
  sorts: bothWays(Object.keys(personKind.sorts)),
  list: async (scope, question) => {
    const { rows, ...page } = await readPage<Row>(scope, personKind, columns(scope), question)
    return { items: rows.map((row) => asJson(scope, row)), ...page }
  },
  read: async (scope, id) =>
    asJson(scope, await readOne<Row>(scope, personKind, columns(scope), id)),
  successor: (scope, id) => winnerInReach(scope, personKind, id),
  writing: {
    permission: personKind.edit,
    input: (scope) =>
      z.strictObject({
        ...writtenFields(personFields),
        own: writtenOwn(scope?.own.live(personKind.object) ?? []),
        accounts: writtenLinks.optional(),
        ...writtenBeside,
        ...placeFields,
      }),
    creating: { en: en.api.creatingContacts, 'zh-CN': zhCN.api.creatingContacts },
    create: async (scope, registry, input) => {
      const { values, links, placing, beside } = await readInput(scope, input)
      const id = await writeOrRefuse(() => createPerson(scope, registry, values, null))
      if (links) await setLinks(scope, registry, id, [], links)
      await setBeside(scope, registry, personKind, id, beside)
      await placeRecord(scope, registry, personKind, id, placing)
      return id
    },
    change: async (scope, registry, id, version, input) => {
      if (!(await holdVersion(scope, personKind, id, version))) return 'conflict'
      const old = await readPerson(scope, id, personKind.edit)
      const { values, links, placing, beside } = await readInput(scope, input, old)
      await writeOrRefuse(() => savePerson(scope, registry, old, old.version, values))
      if (links) await setLinks(scope, registry, id, old.accounts, links)
      await setBeside(scope, registry, personKind, id, beside)
      await placeRecord(scope, registry, personKind, id, placing)
      return undefined
    },
    ...movingOf(personKind),
  },
}

/** Accounts out of the reader's reach are left out. */
const columns = (scope: Scope) => sql`${keptColumns(scope, personKind)},
  ${besideColumns(scope, personKind)}, ${storedPerson},
  coalesce((select json_agg(json_build_object('accountId', accounts.id, 'accountName', accounts.name,
      'role', w.role, 'primary', w.primary_since is not null)
      order by w.primary_since is null, accounts.sort_name)
    from contacts.person_accounts w
    join ${accounts} on accounts.company_id = ${scope.company.id} and accounts.id = w.account_id
    where w.company_id = ${scope.company.id} and w.person_id = people.id
      and ${within(scope, accountKind.view, accounts)}), '[]') as accounts`

function asJson(scope: Scope, row: Row): JsonRecord {
  const values = personFrom(row)
  return {
    id: row.id,
    version: row.version,
    ...valuesAsJson(personFields, values),
    own: ownAsJson(scope.own.live(personKind.object), values),
    accounts: row.accounts,
    ...besideAsJson(scope, row),
    ...keptOf(row),
  }
}

/** Reads what a program wrote of a contact; what it left out stays as it was. @throws Invalid */
async function readInput(scope: Scope, input: Input, old?: PersonRecord) {
  const { values, errors } = readValues<PersonValues & OwnValues>(
    scope,
    personKind,
    personFields,
    input,
    old?.values,
  )
  Object.assign(errors, refuseDays(scope, values, old?.values))
  const links = await readLinks(scope, input, errors)
  const placing = await readPlacing(scope, input, heldOf(scope, personKind, old), errors)
  const beside = await readBeside(scope, input, personKind, old?.id, errors)
  refuseErrors(inJson(errors))
  return { values, links, placing, beside }
}
