import { sql } from 'drizzle-orm'
import type { Pool } from '../db/connection.ts'
import { type Database, inCompany } from '../db/database.ts'
import { readOwnFields } from '../own-fields/company-fields.ts'
import type { Product } from '../product.ts'
import type { Company, Scope } from '../scope.ts'
import { allOn } from '../switchboard.ts'
import type { Person } from './person.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Runs `work` for a company with no person behind it: a job, or the operator at the command line.
 * It reaches every record; audit and events name nobody.
 * @param requestId what the traces are tied together by
 */
export const asOperator = <T>(
  product: Pick<Product, 'pool' | 'registry'> & Partial<Pick<Product, 'now'>>,
  company: string,
  requestId: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> =>
  inCompany(product.pool, company, async (db) => {
    const [found, own] = await Promise.all([
      readCompany(db, company),
      readOwnFields({ db, company: { id: company } }),
    ])
    const operator: Person = {
      id: nobody,
      name: 'operator',
      email: null,
      phone: null,
      locale: null,
      theme: null,
      roles: ['admin'],
      departmentId: null,
      departmentKey: null,
      departmentKeys: [],
      treeIds: [],
      reach: new Map([...product.registry.permissions.keys()].map((key) => [key, 'all'])),
      shared: new Map(),
    }
    return work({
      company: found,
      user: operator,
      actorId: null,
      locale: found.locale,
      db,
      modules: allOn,
      own,
      now: product.now ?? (() => new Date()),
      requestId,
      address: null,
    })
  })

async function readCompany(db: Database, id: string): Promise<Company> {
  const [company] = await db.execute<Company>(sql`
    select id, name, locale, time_zone as "timeZone", currency from core.companies where id = ${id}`)
  if (!company) throw new Error(`There is no company with the id ${id}: check the id.`)
  return company
}

/** Ids of all companies on this install, for work that visits each of them. */
export async function companyIds(pool: Pool): Promise<string[]> {
  const rows = await pool<{ id: string }[]>`select core.company_ids() as id`
  return rows.map((row) => row.id)
}
