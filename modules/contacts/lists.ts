import { listedOf } from '../../core/lists/record-list.ts'
import { accountList } from './accounts/account-list.ts'
import { personList } from './people/person-list.ts'

/** All lists of the module. */
export const lists = [listedOf(accountList), listedOf(personList)]
