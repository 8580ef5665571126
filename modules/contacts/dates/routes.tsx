import { type Context, Hono } from 'hono'
import { may } from '../../../core/access/person.ts'
import { allow, guarded } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { reachedName } from '../../../core/records/reach.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import { accountKind, type ContactsKind, personKind } from '../kinds.ts'
import { rawDate, readDateForm } from './date-form.ts'
import { addDate, dateObject, type ImportantDate, readDate, removeDate, saveDate } from './dates.ts'
import { mostDates } from './kinds.ts'
import { datesText } from './messages.ts'
import { DateFormPage } from './views/date-form.tsx'
import { nameOf } from './words.ts'

type Record = { about: Reference; name: string; href: string }

/** A record that this person may change. @throws Refusal 404 else */
async function recordOf(c: Context<Site>, kind: ContactsKind, recordId: string): Promise<Record> {
  const name = await reachedName(c.var.scope, kind, recordId, kind.edit)
  return { about: { object: kind.object, recordId }, name, href: `${kind.href}/${recordId}` }
}

/** Adding an important date to a record: whoever may change the record may do that. */
export function addDateRoutes(routes: Hono<Site>, kind: ContactsKind): void {
  const edit = allow(kind.edit)

  routes.get('/:id/dates/new', edit, async (c) =>
    draw(c, await recordOf(c, kind, pathId(c)), { raw: {} }),
  )

  routes.post('/:id/dates', edit, async (c) => {
    const { scope, product } = c.var
    const record = await recordOf(c, kind, pathId(c))
    const { raw } = await readForm(c)
    const { input, errors } = readDateForm(scope, raw)
    if (Object.keys(errors).length > 0) return draw(c, record, { raw, errors })
    const t = datesText(scope.locale)
    const to = await once(scope, raw, async () => {
      const came = await addDate(scope, product.registry, record.about, input)
      return came === 'added' ? record.href : undefined
    })
    if (!to) return draw(c, record, { raw, errors: { at: t.full(mostDates) } })
    return go(c, to, { kind: 'success', text: t.saved })
  })
}

/** For whoever may change accounts or contacts at all. */
const editEither = guarded(personKind.edit, async (c, next) => {
  const { user } = c.var.scope
  if (!may(user, personKind.edit) && !may(user, accountKind.edit)) throw notFound()
  await next()
})

/** An important date, whichever kind of record it is on; the record decides who may change it. */
export const dateRoutes = new Hono<Site>()

async function dateOf(c: Context<Site>) {
  const { about, date } = await readDate(c.var.scope, pathId(c))
  const kind = about.object === personKind.object ? personKind : accountKind
  return { date, record: await recordOf(c, kind, about.recordId) }
}

dateRoutes.get('/:id/edit', editEither, async (c) => {
  const { date, record } = await dateOf(c)
  return draw(c, record, { date, raw: rawDate(c.var.scope, date), version: date.version })
})

dateRoutes.post('/:id', editEither, async (c) => {
  const { scope, product } = c.var
  const { date, record } = await dateOf(c)
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const { input, errors } = readDateForm(scope, raw)
  if (Object.keys(errors).length > 0) return draw(c, record, { date, raw, errors, version })
  const saved = await saveDate(scope, product.registry, record.about, date, version, input)
  if (saved === 'conflict') return drawDateConflict(c, date, raw)
  return go(c, record.href, { kind: 'success', text: datesText(scope.locale).saved })
})

dateRoutes.post('/:id/remove', editEither, async (c) => {
  const { scope, product } = c.var
  const { date, record } = await dateOf(c)
  await removeDate(scope, product.registry, record.about, date)
  return go(c, record.href, { kind: 'success', text: datesText(scope.locale).removed })
})

const dateHref = ({ id }: ImportantDate): string => `/contacts/dates/${id}`

type Drawn = { date?: ImportantDate; raw: Raw; errors?: Errors; version?: number }

function draw(c: Context<Site>, record: Record, { date, raw, errors, version }: Drawn) {
  const { scope } = c.var
  const t = datesText(scope.locale)
  const page = (
    <DateFormPage
      scope={scope}
      name={record.name}
      href={record.href}
      dateHref={date && dateHref(date)}
      raw={raw}
      errors={errors}
      version={version}
      once={date ? undefined : onceKey(raw)}
    />
  )
  return c.render(page, { title: date ? t.editTitle : t.add, status: errors ? 422 : 200 })
}

/** Somebody changed the date meanwhile: both sides, field by field. */
async function drawDateConflict(
  c: Context<Site>,
  date: ImportantDate,
  yours: Raw,
): Promise<Response> {
  const { scope } = c.var
  const t = datesText(scope.locale)
  const theirs = rawDate(scope, date)
  const labels = { kind: t.kind, name: t.name, at: t.at, recurs: t.recurs, remind: t.remind }
  return drawConflict(c, {
    title: nameOf(scope.locale, date),
    action: dateHref(date),
    fields: Object.entries(labels).map(([name, label]) => ({
      name,
      label,
      theirs: theirs[name] ?? '',
      yours: yours[name] ?? '',
    })),
    version: date.version,
    ...(await lastSaved(scope, dateObject, date.id)),
  })
}
