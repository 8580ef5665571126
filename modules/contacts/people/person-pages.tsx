import type { Context } from 'hono'
import { conflictFields } from '../../../core/fields/conflicts.ts'
import { readSuggestions } from '../../../core/fields/suggestions.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Site } from '../../../core/http/site.ts'
import { readBeside } from '../../../core/lists/beside.ts'
import { openLeft } from '../../../core/lists/opening.ts'
import { placeOf } from '../../../core/lists/place.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { readSaver } from '../../../core/records/history.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { readPanels } from '../../../core/records/panels.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import { versionDeeds } from '../../../core/records/traces.ts'
import type { Similar } from '../duplicates/similar.ts'
import { personKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { readSides } from '../sides.ts'
import { PersonForm } from '../views/person-form.tsx'
import { PersonPage } from '../views/person-page.tsx'
import { personFields } from './person-fields.ts'
import { type PersonRecord, readPerson } from './person-record.ts'

type Posted = { raw: Raw; errors: Errors }

/** Draws the page of one contact, with a note or a link that could not be kept yet. */
export async function drawPerson(
  c: Context<Site>,
  id: string,
  note?: Posted,
  link?: Posted,
): Promise<Response> {
  const { scope, product } = c.var
  const about = { object: personKind.object, recordId: id }
  const [person, timeline, sides, { colleagues }, panels, beside] = await Promise.all([
    readPerson(scope, id),
    tellTimeline(product.registry, scope, personKind.object, id, timelineViewOf(c)),
    readSides(scope, about),
    product.directories.of(scope),
    readPanels(product.registry, scope, personKind.object, id),
    openLeft(c, personKind).then((list) => readBeside(scope, personKind, list, id)),
  ])
  const page = (
    <PersonPage
      scope={scope}
      person={person}
      timeline={timeline}
      {...sides}
      colleagues={colleagues}
      panels={panels}
      listHref={placeOf(c, personKind)}
      beside={beside}
      once={onceKey(note?.raw)}
      note={note}
      link={link}
    />
  )
  return c.render(page, { title: person.values.name, status: note || link ? 422 : 200 })
}

type Drawn = {
  person?: PersonRecord
  raw: Raw
  errors?: Errors
  version?: number
  similar?: readonly Similar[]
}

/** Draws the form of a contact: new, edit and error alike. */
export async function drawPersonForm(c: Context<Site>, drawn: Drawn): Promise<Response> {
  const { scope } = c.var
  const { person, raw, errors = {}, version, similar } = drawn
  const t = contactsText(scope.locale).people
  const page = (
    <PersonForm
      scope={scope}
      person={person}
      raw={raw}
      errors={errors}
      version={version}
      similar={similar}
      suggestions={await readSuggestions(scope, personKind, personFields)}
      once={person ? undefined : onceKey(raw)}
    />
  )
  const title = person ? t.editTitle(person.values.name) : t.addTitle
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}

/** Somebody saved the contact meanwhile: both sides, field by field. */
export async function drawPersonConflict(
  c: Context<Site>,
  id: string,
  raw: Raw,
  version: number,
): Promise<Response> {
  const { scope } = c.var
  const now = await readPerson(scope, id, personKind.edit)
  return drawConflict(c, {
    title: now.values.name,
    action: `${personKind.href}/${id}`,
    fields: await conflictFields(scope, personKind, fieldsOf(scope, personKind), now, raw, version),
    version: now.version,
    savedBy: await readSaver(scope, personKind.object, id, versionDeeds),
    savedAt: now.updatedAt,
  })
}
