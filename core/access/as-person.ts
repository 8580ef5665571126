import { inCompany } from '../db/database.ts'
import { scopeOf } from '../http/transaction.ts'
import type { Locale } from '../i18n/locale.ts'
import { readOwnFields } from '../own-fields/company-fields.ts'
import type { Product } from '../product.ts'
import type { Scope } from '../scope.ts'
import { readPerson } from './people.ts'

/** As much of the product as acting for a person needs. */
export type Acting = Pick<Product, 'pool' | 'registry' | 'switchboards' | 'isOnForAnybody'> &
  Partial<Pick<Product, 'now'>> & {
    /** The language of what is said on the way: the command line's, else the person's own. */
    locale?: Locale
  }

/** Somebody who was to act is not there any more, or may no longer sign in. */
export class PersonGone extends Error {}

/**
 * Runs `work` as a person who is not at the keyboard: their import goes on, the operator acts for
 * them at the command line. Their rights are read anew, so nothing outlives them.
 * @throws PersonGone
 */
export async function asPerson<T>(
  product: Acting,
  company: string,
  person: string,
  requestId: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const switchboard = await product.switchboards(company)
  return inCompany(product.pool, company, async (db) => {
    const [found, own] = await Promise.all([
      readPerson(db, product.registry.permissions, company, person),
      readOwnFields({ db, company: { id: company } }),
    ])
    if (!found)
      throw new PersonGone(`Nobody with the id ${person} can act in this company any more.`)
    const locale = product.locale ?? found.person.locale ?? found.company.locale
    const request = { requestId, address: null, locale }
    return work(scopeOf(found, switchboard(found.person), own, db, request, product.now))
  })
}
