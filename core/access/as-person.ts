import { inCompany } from '../db/database.ts'
import { scopeOf } from '../http/transaction.ts'
import type { Product } from '../product.ts'
import type { Scope } from '../scope.ts'
import { readPerson } from './people.ts'

/** Somebody who was to act is not there any more, or may no longer sign in. */
export class PersonGone extends Error {}

/**
 * Runs `work` as a person who is not at the keyboard: their import goes on, the operator acts for
 * them at the command line. Their rights are read anew, so nothing outlives them.
 * @throws PersonGone
 */
export const asPerson = <T>(
  product: Product,
  company: string,
  person: string,
  requestId: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> =>
  inCompany(product.pool, company, async (db) => {
    const found = await readPerson(db, product.registry.permissions, company, person)
    if (!found)
      throw new PersonGone(`Nobody with the id ${person} can act in this company any more.`)
    const locale = found.person.locale ?? found.company.locale
    return work(scopeOf(product, found, db, { requestId, address: null, locale }))
  })
