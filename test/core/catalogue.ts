import { afterAll, beforeAll } from 'vitest'
import { openPool, type Pool } from '../../core/db/connection.ts'
import { modules } from '../../modules/index.ts'
import { freshDatabase } from '../setup/database.ts'

export type Table = {
  name: string
  oid: number
  rls: boolean
  forced: boolean
  ofCompany: boolean
}

/** The schemas of the product. */
export const ours = ['core', 'flags', ...modules.map((module) => module.id)]

/** A migrated database to look into. */
export type Catalogue = {
  /** The superuser, whom no policy binds. */
  eyes: Pool
  /** The application as it serves people. */
  app: Pool
  tables: Table[]
}

/** Opens a database for the tests of one file; what is returned is filled before they run. */
export function openCatalogue(): Catalogue {
  const catalogue = {} as Catalogue
  let close = async () => {}
  beforeAll(async () => {
    const database = await freshDatabase()
    const eyes = openPool(database.admin, 1)
    const app = openPool(database.connections.app, 1)
    close = async () => {
      await app.end()
      await eyes.end()
      await database.drop()
    }
    const tables = await eyes<Table[]>`
      select n.nspname || '.' || c.relname as name, c.oid::int, c.relrowsecurity as rls,
        c.relforcerowsecurity as forced,
        exists (select from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'company_id') as "ofCompany"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any(${ours}) and c.relkind in ('r', 'p', 'm', 'f')
      order by 1`
    Object.assign(catalogue, { eyes, app, tables })
  })
  afterAll(() => close())
  return catalogue
}
