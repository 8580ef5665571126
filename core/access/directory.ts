import { sql } from 'drizzle-orm'
import type { Changes } from '../db/changes.ts'
import { type Kept, keepPerCompany } from '../db/kept.ts'
import type { InCompany } from '../scope.ts'

/**
 * `left` when they may no longer sign in; what they own still bears their name. `login` is what
 * tells two of one name apart.
 */
export type Colleague = { id: string; name: string; login: string | null; left: boolean }
export type DepartmentName = { id: string; name: string }

/** The names of everybody and of every department in a company, each by name. */
export type Directory = {
  colleagues: readonly Colleague[]
  departments: readonly DepartmentName[]
}

/** Reads the directory as it is in the scope's transaction. */
export async function readDirectory({ db, company }: InCompany): Promise<Directory> {
  const [row] = await db.execute<Directory>(sql`
    select
      coalesce((select json_agg(json_build_object('id', id, 'name', name,
          'login', coalesce(email, phone), 'left', disabled_at is not null) order by name)
        from core.users where company_id = ${company.id}), '[]') as colleagues,
      coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name)
        from core.departments where company_id = ${company.id} and archived_at is null), '[]')
        as departments`)
  return row ?? { colleagues: [], departments: [] }
}

export type Directories = Kept<Directory>

/** Keeps directories in memory: every list needs one, and reading it takes longer than the list. */
export const openDirectories = (changes: Pick<Changes, 'on' | 'live'>): Directories =>
  keepPerCompany(changes, ['access'], readDirectory)
