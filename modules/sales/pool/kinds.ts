import { type SQL, sql } from 'drizzle-orm'
import type { RecordKind } from '../../../core/records/kind.ts'
import { accountKind, accounts } from '../../contacts/public.ts'
import { leadKind } from '../leads/kind.ts'
import { leads } from '../leads/schema.ts'

/** A kind of record that pools hold: how a line of it reads, and which of it somebody can look after. */
export type Pooled = {
  kind: RecordKind
  /** Of a lead nothing, of an account its level: other days may hold for it. */
  level: SQL
  /** The columns of a line in the pool, each by the name of a field that can be hidden. */
  shown: Readonly<Record<string, SQL>>
  /** Those that are looked after; what became something else is not. */
  live: SQL
}

export const pooledKinds: readonly Pooled[] = [
  {
    kind: leadKind,
    level: sql`''`,
    shown: {
      person: sql`${leads.person}`,
      source: sql`${leads.source}`,
      region: sql`${leads.region}`,
      phone: sql`coalesce(nullif(${leads.mobile}, ''), ${leads.phone})`,
      email: sql`${leads.email}`,
    },
    live: sql`${leads.archivedAt} is null and ${leads.convertedAt} is null`,
  },
  {
    kind: accountKind,
    level: sql`${accounts.level}`,
    shown: {
      level: sql`${accounts.level}`,
      industry: sql`${accounts.industry}`,
      region: sql`${accounts.region}`,
      phone: sql`${accounts.phone}`,
      email: sql`${accounts.email}`,
    },
    live: sql`${accounts.archivedAt} is null`,
  },
]

/** What can be hidden before somebody claims a record. */
export const hideable = ['phone', 'email', 'person'] as const

export const pooledOf = (object: string): Pooled | undefined =>
  pooledKinds.find(({ kind }) => kind.object === object)

/** A kind by the name of its list, as addresses call it; leads when they name none. */
export const pooledBy = (list: string | undefined): Pooled =>
  pooledKinds.find(({ kind }) => kind.list === list) ?? (pooledKinds[0] as Pooled)
