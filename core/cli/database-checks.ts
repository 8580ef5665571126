import { areas } from '../db/areas.ts'
import type { Pool } from '../db/connection.ts'
import { readArea } from '../db/migrate.ts'
import { StartFailure } from '../start/failure.ts'

/** What the doctor asks of the database. Each check returns what it saw and throws what is wrong. */
export const databaseChecks: Record<string, (pool: Pool) => Promise<string>> = {
  'database version': async (pool) => {
    const [row] = await pool`select current_setting('server_version') as version`
    return String(row?.version)
  },

  async migrations(pool) {
    const lists = await Promise.all(areas.map((area) => pendingIn(pool, area)))
    const pending = lists.flat()
    if (pending.length === 0) return 'up to date'
    throw new StartFailure(
      `${pending.length} not applied yet (${pending.join(', ')}): start Stepwise, or run npm run crm -- migrate.`,
    )
  },

  async roles(pool) {
    const roles = await pool<{ name: string; mighty: boolean }[]>`
      select rolname as name, rolsuper or rolbypassrls as mighty from pg_roles
      where rolname in ('crm_owner', 'crm_app', 'crm_auth', 'crm_search')`
    const mighty = roles.filter((role) => role.mighty).map((role) => role.name)
    if (mighty.length > 0)
      throw new StartFailure(
        `${mighty.join(', ')} can step around the policies: run \`alter role … nosuperuser nobypassrls\` for each.`,
      )
    if (roles.length < 4)
      throw new StartFailure('Some are missing: start Stepwise, which makes them.')
    return 'as they should be'
  },

  async policies(pool) {
    const open = await pool<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`
    if (open.length === 0) return 'on every table of a company'
    throw new StartFailure(
      `${open.map(({ name }) => name).join(', ')} would show one company's rows to another: restore the policies with core.secure('…') before serving.`,
    )
  },

  async checksums(pool) {
    const [row] = await pool<{ broken: number; on: string }[]>`
      select coalesce(sum(checksum_failures), 0)::int as broken,
        current_setting('data_checksums') as on from pg_stat_database`
    if (row && row.broken > 0)
      throw new StartFailure(
        `${row.broken} damaged pages were met: check the disk and restore a backup.`,
      )
    return row?.on === 'on' ? 'no damage met' : 'the server keeps none'
  },
}

async function pendingIn(pool: Pool, area: string): Promise<string[]> {
  const files = await readArea(area)
  const table = `${area}.migrations`
  const [found] = await pool<
    { there: boolean }[]
  >`select to_regclass(${table}) is not null as there`
  const done = found?.there ? await pool<{ tag: string }[]>`select tag from ${pool(table)}` : []
  const applied = new Set(done.map((row) => row.tag))
  return files.filter((file) => !applied.has(file.tag)).map((file) => `${area}/${file.tag}`)
}
