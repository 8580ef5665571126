import { sql } from 'drizzle-orm'
import { findCompany } from '../access/companies.ts'
import { asOperator } from '../access/operator.ts'
import { loginOf } from '../auth/login.ts'
import type { Product } from '../product.ts'
import { StartFailure } from '../start/failure.ts'

/**
 * The id of the company a command names.
 * @throws StartFailure when there is none of that name
 */
export async function companyNamed({ pool }: Pick<Product, 'pool'>, name: string): Promise<string> {
  const id = await findCompany(pool, name)
  if (id) return id
  throw new StartFailure(`There is no company called "${name}": check the name.`)
}

/**
 * The id of the person a command names by what they sign in with.
 * @throws StartFailure when there is nobody, or they may no longer sign in
 */
export async function personNamed(
  product: Pick<Product, 'pool' | 'registry'>,
  company: string,
  typed: string,
): Promise<string> {
  const login = loginOf(typed)
  const [person] = await asOperator(product, company, 'look-up', ({ db }) =>
    db.execute<{ id: string; disabled: boolean }>(sql`
      select id, disabled_at is not null as disabled from core.users
      where company_id = ${company} and (email = ${login} or phone = ${login})`),
  )
  if (!person)
    throw new StartFailure(`Nobody in that company signs in as "${typed}": check the address.`)
  if (person.disabled)
    throw new StartFailure(`"${typed}" may no longer sign in, so nothing is done in their name.`)
  return person.id
}
