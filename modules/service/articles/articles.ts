import { newId } from '../../../core/db/id.ts'
import { type ChangedFields, changedFields } from '../../../core/fields/changes.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { createRecord, type Saved, saveRecord } from '../../../core/records/saving.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type ArticleInput, type ArticleRecord, articleStorage } from './article-record.ts'
import { articleKind } from './kind.ts'

/** Whoever says nothing of it writes in the firm's language, for colleagues. */
const withUsual = (scope: Scope, values: ArticleInput): ArticleInput => ({
  ...values,
  language: values.language ?? scope.company.locale,
  audience: values.audience ?? 'internal',
})

/**
 * Writes a new article, which nobody but colleagues sees yet.
 * @param made.ticketId the ticket whose solution it is; the caller has made sure that it may be seen
 * @throws ValueTaken
 */
export const createArticle = (
  scope: Scope,
  registry: Registry,
  values: ArticleInput,
  { id = newId(), ticketId = null }: { id?: string; ticketId?: string | null } = {},
): Promise<string> =>
  createRecord(scope, registry, articleStorage, withUsual(scope, values), {
    ...{ id, beside: ticketId ? { ticketId } : {} },
  })

/**
 * Saves what is written; readers go on reading the version that is out. Another day of review is
 * reminded of anew.
 * @throws ValueTaken
 */
export const saveArticle = (
  scope: Scope,
  registry: Registry,
  old: ArticleRecord,
  version: number,
  values: ArticleInput,
): Promise<Saved> => {
  const full = withUsual(scope, values)
  const changed = changedFields(fieldsOf(scope, articleKind), old.values, full)
  return saveRecord(scope, registry, articleStorage, old, version, full, {}, () => ({
    changed: shortened(changed),
  }))
}

/** A timeline shows how a long text begins; the audit trail keeps the whole. */
const shown = 300

const shortened = (changed: ChangedFields): ChangedFields =>
  Object.fromEntries(
    Object.entries(changed).map(([field, [before, after]]) => [
      field,
      [shortOf(before), shortOf(after)] as const,
    ]),
  )

const shortOf = (value: unknown): unknown =>
  typeof value === 'string' && value.length > shown ? `${value.slice(0, shown)} …` : value
