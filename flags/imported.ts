import { sql } from 'drizzle-orm'
import { announce } from '../core/db/changes.ts'
import { recordAudit } from '../core/records/audit.ts'
import type { Scope } from '../core/scope.ts'
import { topic } from './change.ts'
import type { FlagsDocument } from './snapshot.ts'

/** What became of the features and segments of a document. */
export type Imported = { created: number; updated: number; unchanged: number; dropped: number }

/**
 * Keeps a document's features and segments as they are; those of the same name are replaced.
 * @param replace also drops every imported flag that the document does not have
 */
export async function importDocument(
  scope: Scope,
  document: FlagsDocument,
  replace: boolean,
): Promise<Imported> {
  const before = namedParts(await exportDocument(scope))
  if (replace) await dropOthers(scope, document)
  await writeFeatures(scope, document)
  await writeSegments(scope, document)
  const after = namedParts(await exportDocument(scope))
  const [old, young] = [changedIn(before, after), changedIn(after, before)]
  const created = Object.keys(young).filter((name) => !before.has(name)).length
  const dropped = Object.keys(old).filter((name) => !after.has(name)).length
  const updated = Object.keys(young).length - created
  const total = document.features.length + document.segments.length
  if (created + updated + dropped > 0) {
    await recordAudit(scope, {
      action: 'imported',
      object: 'flags.document',
      before: old,
      after: young,
    })
    await announce(scope.db, topic, scope.company.id)
  }
  return { created, updated, unchanged: total - created - updated, dropped }
}

/** All imported flags as one Unleash document, each as it came. */
export async function exportDocument(scope: Scope): Promise<FlagsDocument & { version: 2 }> {
  const [row] = await scope.db.execute<FlagsDocument>(sql`
    select
      (select coalesce(json_agg(f.document order by f.name), '[]') from flags.features f
        where f.company_id = ${scope.company.id}) as features,
      (select coalesce(json_agg(s.document order by s.number), '[]') from flags.segments s
        where s.company_id = ${scope.company.id}) as segments`)
  return { version: 2, ...(row as FlagsDocument) }
}

async function dropOthers({ db, company }: Scope, document: FlagsDocument): Promise<void> {
  const names = JSON.stringify(document.features.map(({ name }) => name))
  const numbers = JSON.stringify(document.segments.map(({ id }) => id))
  await db.execute(sql`
    delete from flags.features where company_id = ${company.id}
      and name not in (select jsonb_array_elements_text(${names}::jsonb))`)
  await db.execute(sql`
    delete from flags.segments where company_id = ${company.id}
      and number not in (select value::integer from jsonb_array_elements_text(${numbers}::jsonb))`)
}

const writeFeatures = ({ db, company }: Scope, { features }: FlagsDocument) =>
  db.execute(sql`
    insert into flags.features (company_id, name, document)
    select ${company.id}, feature->>'name', feature
    from jsonb_array_elements(${JSON.stringify(features)}::jsonb) feature
    on conflict (company_id, name) do update set document = excluded.document, updated_at = now()`)

const writeSegments = ({ db, company }: Scope, { segments }: FlagsDocument) =>
  db.execute(sql`
    insert into flags.segments (company_id, number, document)
    select ${company.id}, (segment->>'id')::integer, segment
    from jsonb_array_elements(${JSON.stringify(segments)}::jsonb) segment
    on conflict (company_id, number) do update set document = excluded.document, updated_at = now()`)

/** Every part of a document under a name of its own. */
const namedParts = ({ features, segments }: FlagsDocument): Map<string, unknown> =>
  new Map([
    ...features.map((feature) => [`feature ${feature.name}`, feature] as const),
    ...segments.map((segment) => [`segment ${segment.id}`, segment] as const),
  ])

const changedIn = (one: Map<string, unknown>, other: Map<string, unknown>) =>
  Object.fromEntries(
    [...one].filter(([name, part]) => JSON.stringify(part) !== JSON.stringify(other.get(name))),
  )
