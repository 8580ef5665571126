import type { Listed } from '../../../core/lists/listed.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind, personKind, type RecordKind } from '../kinds.ts'
import { sorts } from './query.ts'
import { type ListState, paramsOf, readListState } from './state.ts'

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

function statesOf(kind: RecordKind): Pick<Listed, 'stateOf' | 'columnsOf'> {
  return {
    stateOf: (scope, params) => paramsOf(stateOf(scope, kind, params), { view: '', columns: null }),
    columnsOf: (scope, params) => stateOf(scope, kind, params).columns,
  }
}
