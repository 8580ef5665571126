import { sql } from 'drizzle-orm'
import { findRecords } from '../../core/lists/finding.ts'
import { accountKind, personKind } from './kinds.ts'
import { accounts, people } from './schema.ts'

export const findAccounts = findRecords(
  accountKind,
  sql`concat_ws(' · ', nullif(${accounts.industry}, ''), nullif(${accounts.region}, ''),
    nullif(${accounts.phone}, ''))`,
)

export const findPeople = findRecords(
  personKind,
  sql`concat_ws(' · ', nullif(${people.title}, ''),
    coalesce(nullif(${people.mobile}, ''), nullif(${people.phone}, '')))`,
)
