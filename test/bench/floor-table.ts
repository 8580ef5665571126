import type { Pool } from '../../core/db/connection.ts'

/** Lays the floor's one table: the same accounts, in the order and with the words of the product's. */
export async function layFloor(pool: Pool): Promise<void> {
  await pool`create schema floor`
  await pool`create extension if not exists pg_trgm`
  await pool`
    create table floor.contacts as
    select a.id, a.name, a.region as city, a.phone, coalesce(u.name, '') as owner, a.updated_at as at
    from contacts.accounts a
    left join core.users u on u.company_id = a.company_id and u.id = a.owner_id`
  await pool`alter table floor.contacts add primary key (id)`
  await pool`create index on floor.contacts (name, id)`
  await pool`create index on floor.contacts using gin (name gin_trgm_ops)`
}
