import { readDirectory } from '../../../core/access/directory.ts'
import { readSuggestions } from '../../../core/fields/suggestions.ts'
import type { Listed } from '../../../core/lists/listed.ts'
import { tagsWithin } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountFields } from '../accounts/account-fields.ts'
import { accountKind, personKind, type RecordKind } from '../kinds.ts'
import { personFields } from '../people/person-fields.ts'
import { conditionFields } from './condition-fields.ts'
import { sorts } from './query.ts'
import { type ListState, paramsOf, readListState } from './state.ts'

/** Those whose fields offer the words in use. */
const wordFields = { accounts: accountFields, people: personFields }

const listed = {
  accounts: {
    key: 'contacts.accounts',
    title: { en: 'Accounts', 'zh-CN': '客户' },
    href: accountKind.href,
    permission: accountKind.view,
    ...statesOf(accountKind),
  },
  people: {
    key: 'contacts.people',
    title: { en: 'Contacts', 'zh-CN': '联系人' },
    href: personKind.href,
    permission: personKind.view,
    ...statesOf(personKind),
  },
} as const satisfies Record<RecordKind['list'], Listed<'contacts'>>

/** A list of accounts or contacts as the core sees it. */
export const listedOf = ({ list }: RecordKind): Listed<'contacts'> => listed[list]

/** The state of a list that an address asks for. */
export const stateOf = (scope: Scope, kind: RecordKind, params: URLSearchParams): ListState =>
  readListState(params, Object.keys(sorts[kind.list]), scope.own.live(kind.object))

type Stated = Pick<Listed, 'stateOf' | 'columnsOf' | 'fields' | 'known'>

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
  }
}
