import { readDirectory } from '../../../core/access/directory.ts'
import { readSuggestions } from '../../../core/fields/suggestions.ts'
import type { Listed } from '../../../core/lists/listed.ts'
import { tagsWithin } from '../../../core/records/tags.ts'
import { accountFields } from '../accounts/account-fields.ts'
import { accountKind, personKind, type RecordKind } from '../kinds.ts'
import { personFields } from '../people/person-fields.ts'
import { sayState } from '../views/filter-chips.ts'
import { accountBulk, personBulk } from './bulk.ts'
import { conditionFields } from './condition-fields.ts'
import { paramsOf } from './state.ts'
import { stateOf } from './state-of.ts'

/** Those whose fields offer the words in use. */
const wordFields = { accounts: accountFields, people: personFields }

const listed = {
  accounts: {
    key: 'contacts.accounts',
    title: { en: 'Accounts', 'zh-CN': '客户' },
    href: accountKind.href,
    permission: accountKind.view,
    ...statesOf(accountKind),
    bulk: accountBulk,
  },
  people: {
    key: 'contacts.people',
    title: { en: 'Contacts', 'zh-CN': '联系人' },
    href: personKind.href,
    permission: personKind.view,
    ...statesOf(personKind),
    bulk: personBulk,
  },
} as const satisfies Record<RecordKind['list'], Listed<'contacts'>>

/** All lists of the module. */
export const lists = Object.values(listed)

/** A list of accounts or contacts as the core sees it. */
export const listedOf = ({ list }: RecordKind): Listed<'contacts'> => listed[list]

type Stated = Omit<Listed, 'key' | 'title' | 'href' | 'permission' | 'bulk'>

function statesOf(kind: RecordKind): Stated {
  return {
    stateOf: (scope, params) => paramsOf(stateOf(scope, kind, params), { view: '', columns: null }),
    columnsOf: (scope, params) => stateOf(scope, kind, params).columns,
    fields: (scope) => conditionFields(scope, kind),
    known: async (scope) => {
      const [directory, suggestions, tags] = await Promise.all([
        readDirectory(scope),
        readSuggestions(scope, kind, wordFields[kind.list]),
        tagsWithin(scope, kind),
      ])
      return { directory, suggestions, tags }
    },
    say: (scope, params, directory) =>
      sayState(scope, kind, stateOf(scope, kind, params), directory),
  }
}
