import { sql } from 'drizzle-orm'
import { inNoCompany } from '../db/database.ts'
import type { Product } from '../product.ts'
import { checkPassword } from './password.ts'

export type Account = { company_id: string; company_name: string; user_id: string }

/** `fit`: the password was right there. `known`: there is such an account at all. */
export type Found = { fit: Account[]; known: Account[] }

/**
 * The companies in which a login and a password fit. One e-mail address may serve in several.
 * It takes as long, and says as little, for an account that does not exist.
 * @param login an e-mail address or a phone number, as normalised by `loginOf`
 */
export async function findAccounts(
  product: Product,
  login: string,
  password: string,
): Promise<Found> {
  const candidates = await inNoCompany(product.pool, (db) =>
    db.execute<Account & { password_hash: string }>(
      sql`select * from core.sign_in_candidates(${login})`,
    ),
  )
  if (candidates.length === 0) await checkPassword(undefined, password)
  const fits = await Promise.all(
    candidates.map((candidate) => checkPassword(candidate.password_hash, password)),
  )
  return { fit: candidates.filter((_, at) => fits[at]), known: candidates }
}
