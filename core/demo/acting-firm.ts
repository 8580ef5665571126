import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Acting, asPerson } from '../access/as-person.ts'
import { asOperator } from '../access/operator.ts'
import type { Scope } from '../scope.ts'

/** The firm of the demo, in which the operator or one of its people does something. */
export type Firm = ReturnType<typeof openFirm>

/** @param company its id */
export function openFirm(product: Acting, company: string) {
  const request = `demo-${randomUUID()}`
  const operate = <T>(work: (scope: Scope) => Promise<T>) =>
    asOperator(product, company, request, work)
  const idOf = async (name: string): Promise<string> => {
    const [found] = await operate(({ db }) =>
      db.execute<{ id: string }>(sql`
        select id from core.users where company_id = ${company} and name = ${name}`),
    )
    return found?.id ?? ''
  }
  return {
    operate,
    idOf,
    lacks: async (has: (scope: Scope) => Promise<boolean>) => !(await operate(has)),
    as: async <T>(name: string, work: (scope: Scope) => Promise<T>) =>
      asPerson(product, company, await idOf(name), request, work),
  }
}
