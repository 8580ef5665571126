import { sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { Module } from '../module.ts'
import { type Cursor, cutPage, type Page, pageOf } from '../records/paging.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import type { Quality } from './declared.ts'
import { broken, type Fault } from './faults.ts'
import {
  accuracyOf,
  type Dimension,
  dimensions,
  type Index,
  indexOf,
  type Parts,
  type Share,
  shareOf,
} from './formula.ts'
import { owned } from './owned.ts'
import { withRequired } from './required.ts'
import type { Shares } from './schema.ts'

/** The quality of one kind of record, as last measured; `takenAt` null before the first time. */
export type Measured = {
  quality: Quality
  module: Module
  records: number
  takenAt: Date | null
  shares: Shares
  parts: Parts
  index: Index
  /** How much of it has all on record that privacy asks for; null where nothing is asked or known. */
  privacy: Share | null
}

type Row = { object: string; records: number; takenAt: Date; shares: Shares }

/** The latest snapshot of each kind of record in modules that are on for somebody. */
export async function readQuality(
  scope: Scope,
  registry: Registry,
  isOn: (module: string) => Promise<boolean>,
): Promise<Measured[]> {
  const rows = await scope.db.execute<Row>(sql`
    select distinct on (object) object, records, taken_at as "takenAt", shares
    from core.quality_snapshots where company_id = ${scope.company.id}
    order by object, taken_at desc`)
  const open = await Promise.all(registry.modules.map(({ id }) => isOn(id)))
  return registry.modules.flatMap((module, at) =>
    open[at]
      ? (module.quality ?? []).map((quality) => {
          const row = rows.find(({ object }) => object === quality.object)
          return measuredOf(module, withRequired(scope, quality), row)
        })
      : [],
  )
}

function measuredOf(module: Module, quality: Quality, row: Row | undefined): Measured {
  const shares = row?.shares ?? {}
  const parts = Object.fromEntries(
    dimensions.map((dimension) => [dimension, partOf(dimension, shares)]),
  )
  const { records = 0, takenAt = null } = row ?? {}
  const privacy = shares['privacy.complete'] ?? null
  return { quality, module, records, takenAt, shares, parts, index: indexOf(parts), privacy }
}

function partOf(dimension: Dimension, shares: Shares): number | null {
  const share = shares[dimension] ?? { good: 0, of: 0 }
  return dimension === 'accuracy' ? accuracyOf(share) : shareOf(share)
}

export type BadRecord = { id: string; name: string; sortedBy: string; faults: string[] }

export const pageSize = 50

/** The worst records that the reader may see. */
export async function readWorst(
  scope: Scope,
  { object, table, permission }: Quality,
  cursor?: Cursor,
): Promise<Page<BadRecord>> {
  const sort = { column: sql`w.burden`, cast: 'integer' } as const
  const { condition, order } = pageOf(sort, sql`w.record_id`, 'desc', cursor)
  const rows = await scope.db.execute<BadRecord>(sql`
    select w.record_id as id, ${table}.name as name, w.burden::text as "sortedBy", w.faults
    from core.quality_worst w
    join ${table} on ${table}.company_id = w.company_id and ${table}.id = w.record_id
    where w.company_id = ${scope.company.id} and w.object = ${object}
      and ${table}.archived_at is null and ${within(scope, permission, owned(table))}
      and ${condition} order by ${order} limit ${pageSize + 1}`)
  return cutPage(rows, pageSize, cursor)
}

/** The records behind a number: those within reach that break one rule now. */
export async function readBroken(
  scope: Scope,
  { table, permission }: Quality,
  fault: Fault,
  cursor?: Cursor,
): Promise<Page<BadRecord>> {
  const id = sql`${table}.id`
  const { condition, order } = pageOf({ column: id, cast: 'uuid' }, id, 'desc', cursor)
  const rows = await scope.db.execute<BadRecord>(sql`
    select ${id} as id, ${table}.name as name, ${id}::text as "sortedBy",
      array[${fault.key}::text] as faults from ${table}
    where ${table}.company_id = ${scope.company.id} and ${table}.archived_at is null
      and ${within(scope, permission, owned(table))} and ${broken(fault)}
      and ${condition} order by ${order} limit ${pageSize + 1}`)
  return cutPage(rows, pageSize, cursor)
}
