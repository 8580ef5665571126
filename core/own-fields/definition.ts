import { sql } from 'drizzle-orm'
import type { PerLocale } from '../i18n/locale.ts'
import type { InCompany } from '../scope.ts'
import type { OwnKind } from './kinds.ts'

/** One of the choices of a field. A retired one is offered no more; values that have it keep it. */
export type OwnChoice = { key: string; label: PerLocale; retired?: true }

/** What a company decided about one of its own fields; `help` and `group` may be empty texts. */
export type Definition = {
  id: string
  /** The kind of record that has it: `contacts.account`. */
  object: string
  /** What programs call it; it never changes and is never used again. */
  key: string
  kind: OwnKind
  label: PerLocale
  help: PerLocale
  group: PerLocale
  choices: readonly OwnChoice[]
  required: boolean
  unique: boolean
  archived: boolean
  version: number
}

/** All own fields of the company in their order, archived ones included. */
export const readDefinitions = ({ db, company }: InCompany): Promise<Definition[]> =>
  db.execute<Definition>(sql`
    select id, object, key, kind, label, help, "group", choices, version,
      required_since is not null as required, unique_since is not null as unique,
      archived_at is not null as archived
    from core.own_fields where company_id = ${company.id} order by object, place, id`)
