import { type SQL, sql } from 'drizzle-orm'
import { alphabet } from './credit-code.ts'

/** The rule of parseCreditCode for a stored code, as the database asks it: GB 32100-2015, annex A. */
export const creditCodeHolds = (code: SQL): SQL => sql`(${code} ~ ${`^[${alphabet}]{18}$`}
  and substr(${code}, 18, 1) = substr(${alphabet}, 1 + ((31 - (
    select sum((strpos(${alphabet}, substr(${code}, at, 1)) - 1) * weight) % 31
    from (values ${sql.join(
      weights.map((weight, at) => sql`(${at + 1}::int, ${weight}::int)`),
      sql`, `,
    )}) weights (at, weight))) % 31)::int, 1))`

const weights = Array.from({ length: 17 }, (_, at) => 3 ** at % 31)
