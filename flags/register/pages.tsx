import type { Context } from 'hono'
import { conflictFields } from '../../core/fields/conflicts.ts'
import { rawOf } from '../../core/fields/forms.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import { onceKey } from '../../core/http/once.ts'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import { drawConflict } from '../../core/records/conflict.tsx'
import { lastSaved } from '../../core/records/history.ts'
import type { Entry, Register, RegisterTable } from './register.ts'
import { EntryForm } from './views/entry-form.tsx'

type Drawn<Table extends RegisterTable> = {
  entry?: Entry<Table>
  raw?: Raw
  errors?: Errors
  version?: number
}

/** Draws the form of an entry: new, edit and error alike. */
export async function drawEntry<Table extends RegisterTable>(
  c: Context<Site>,
  register: Register<Table>,
  { entry, raw, errors, version }: Drawn<Table>,
): Promise<Response> {
  const { scope, product } = c.var
  const words = register.words(scope.locale)
  const fields = await register.fields({ scope, product })
  const page = (
    <EntryForm
      scope={scope}
      words={words}
      place={register.place}
      list={register.list ?? register.place}
      entry={entry && { id: entry.id, name: register.nameOf(entry, scope.locale) }}
      fields={fields}
      suggestions={register.suggestions?.(scope.locale) ?? {}}
      raw={raw ?? (entry ? rawOf(fields, entry, scope.locale) : {})}
      errors={errors ?? {}}
      version={version}
      once={entry ? undefined : onceKey(raw)}
    />
  )
  return c.render(page, {
    title: entry ? words.edit : words.add,
    status: errors ? 422 : 200,
  })
}

/** Somebody changed the entry meanwhile: both sides, field by field. */
export async function drawEntryConflict<Table extends RegisterTable>(
  c: Context<Site>,
  register: Register<Table>,
  entry: Entry<Table>,
  raw: Raw,
): Promise<Response> {
  const { scope, product } = c.var
  const { id, version } = entry
  const fields = await register.fields({ scope, product })
  const now = { id, version, values: entry }
  return drawConflict(c, {
    title: register.nameOf(entry, scope.locale),
    action: `${register.place}/${id}`,
    version,
    ...(await lastSaved(scope, register.object, id)),
    fields: await conflictFields(scope, register, fields, now, raw, versionOf(raw)),
  })
}
