import { sql } from 'drizzle-orm'
import type { Changes } from '../db/changes.ts'
import { isId } from '../db/id.ts'
import type { Scope } from '../scope.ts'

/** `left` when they may no longer sign in; what they own still bears their name. */
export type Colleague = { id: string; name: string; left: boolean }
export type DepartmentName = { id: string; name: string }

/** The names of everybody and of every department in a company, each by name. */
export type Directory = {
  colleagues: readonly Colleague[]
  departments: readonly DepartmentName[]
}

/** Reads the directory as it is in the scope's transaction. */
export async function readDirectory({
  db,
  company,
}: Pick<Scope, 'db' | 'company'>): Promise<Directory> {
  const [row] = await db.execute<Directory>(sql`
    select
      coalesce((select json_agg(json_build_object('id', id, 'name', name,
          'left', disabled_at is not null) order by name)
        from core.users where company_id = ${company.id}), '[]') as colleagues,
      coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name)
        from core.departments where company_id = ${company.id} and archived_at is null), '[]')
        as departments`)
  return row ?? { colleagues: [], departments: [] }
}

export type Directories = {
  /** Only for pages that change nothing: what a transaction has changed is nobody else's yet. */
  of: (scope: Pick<Scope, 'db' | 'company'>) => Promise<Directory>
}

/**
 * Keeps directories in memory until anything about people changes, because every list needs one
 * and reading it takes longer than reading the list.
 * @param capacity companies kept at once
 */
export function openDirectories(
  changes: Pick<Changes, 'on' | 'live'>,
  capacity = 1_000,
): Directories {
  const kept = new Map<string, Directory>()
  let news = 0
  changes.on('access', (company) => {
    news++
    if (company && isId(company)) kept.delete(company)
    else kept.clear()
  })
  return {
    of: async (scope) => {
      const { id } = scope.company
      const known = changes.live() ? kept.get(id) : undefined
      if (known) return known
      const before = news
      const read = await readDirectory(scope)
      // What changed while it was read may be in it or not; only the next reading will tell.
      if (before !== news) return read
      if (kept.size >= capacity) kept.clear()
      kept.set(id, read)
      return read
    },
  }
}
