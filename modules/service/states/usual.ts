import { usualId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import type { en } from './messages/en.ts'
import { statesText } from './messages.ts'
import { type Category, type State, stateTypes } from './state-types.ts'

type InCompany = Pick<Scope, 'company'>

/** The states that a company begins with, one of each type, in its language. */
export function usualStates(scope: InCompany): State[] {
  const t = statesText(scope.company.locale).usual.states
  return stateTypes.map((type) => ({
    id: usualId(scope, `ticket state ${type}`),
    ...{ key: type, name: t[type], type, hidden: false },
  }))
}

export type CategoryKey = keyof typeof en.usual.categories

/** What tickets are about, as a company begins to tell them apart. */
export const usualCategories = (scope: InCompany): Category[] =>
  Object.entries(statesText(scope.company.locale).usual.categories).map(([key, name]) => ({
    id: usualId(scope, `ticket category ${key}`),
    ...{ key: key as CategoryKey, name, hidden: false },
  }))
