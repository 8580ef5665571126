import type { Module } from '../../core/module.ts'
import type { Stage } from './stage.ts'
import { tablesOf } from './stage.ts'

export type Address = { method: string; route: string; path: string }

/**
 * Every address a module answers at, from its own router, with ids of records that exist in place
 * of parameters: `:id` after `/parcels/` is one of the table parcels, any other one of the first.
 */
export async function addressesOf({ eyes, company }: Stage, module: Module): Promise<Address[]> {
  const ids = new Map<string, string>()
  for (const table of await tablesOf(eyes, module)) {
    const columns = await eyes`
      select from pg_attribute where attrelid = ${table}::regclass and attname = 'id'`
    const [row] = columns.length
      ? await eyes<{ id: string }[]>`
          select id::text from ${eyes(table)} where company_id = ${company} order by id limit 1`
      : []
    if (row) ids.set(table.slice(module.id.length + 1), row.id)
  }
  const routes = module.routes.routes.filter(({ method }) => method !== 'ALL')
  const distinct = new Map(
    routes.map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  )
  return [...distinct.values()].map(({ method, path }) => {
    const route = `/${module.id}${path === '/' ? '' : path}`
    return { method, route, path: filled(route, ids) }
  })
}

function filled(route: string, ids: ReadonlyMap<string, string>): string {
  const [first = 'none'] = ids.values()
  const parts = route.split('/')
  return parts
    .map((part, at) => {
      if (!part.startsWith(':')) return part
      return ids.get((parts[at - 1] ?? '').replaceAll('-', '_')) ?? first
    })
    .join('/')
}

export const reads = ({ method }: Address): boolean => method === 'GET'
