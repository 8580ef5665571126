import { sql } from 'drizzle-orm'
import type { Quality } from './declared.ts'

/** The columns of a kind of record by which reach is decided. */
export const owned = (table: Quality['table']) => ({
  id: sql`${table}.id`,
  ownerId: sql`${table}.owner_id`,
  departmentId: sql`${table}.department_id`,
})
