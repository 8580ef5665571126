import { type Context, Hono } from 'hono'
import type { FieldErrors } from '../../views/form.tsx'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { versionOf } from '../http/version.ts'
import type { Audited } from '../module.ts'
import {
  addOwnField,
  archiveOwnField,
  changeFieldsAlone,
  changeOwnField,
  findDefinition,
  mostFields,
  moveOwnField,
} from './changing.ts'
import { type Definition, readDefinitions } from './definition.ts'
import { formOf } from './form-of.ts'
import { readInput } from './input.ts'
import { type OwnKind, ownKinds } from './kinds.ts'
import { ownText } from './messages.ts'
import { customisable } from './objects.ts'
import { OwnFieldForm } from './views/form.tsx'
import { KindsPage } from './views/kinds.tsx'
import { OwnFieldsPage } from './views/list.tsx'

/** The fields that a company gives its records itself. */
export const ownFieldRoutes = new Hono<Site>()

const manage = allow('core.fields.manage')
const list = '/admin/fields'

ownFieldRoutes.get('/', manage, async (c) => {
  const { scope, product } = c.var
  const page = (
    <OwnFieldsPage
      locale={scope.locale}
      objects={customisable(product.registry, scope)}
      fields={await readDefinitions(scope)}
    />
  )
  return c.render(page, { title: ownText(scope.locale).title })
})

ownFieldRoutes.get('/new', manage, async (c) => {
  if (!c.req.query('object')) return go(c, list)
  const object = objectOf(c, c.req.query('object'))
  const kind = ownKinds.find((one) => one === c.req.query('kind'))
  if (kind) return drawForm(c, { object, kind, raw: {} })
  const { locale } = c.var.scope
  const page = <KindsPage locale={locale} object={object} />
  return c.render(page, { title: ownText(locale).add })
})

ownFieldRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const object = objectOf(c, raw.object)
  const kind = ownKinds.find((one) => one === raw.kind)
  if (!kind) throw new Refusal(400)
  let errors: Errors = {}
  const to = await once(scope, raw, async () => {
    await changeFieldsAlone(scope)
    const all = await readDefinitions(scope)
    const read = readInput(scope, raw, kind, takenIn(object, all))
    errors = read.errors
    const live = all.filter((one) => one.object === object.object && !one.archived)
    if (live.length >= mostFields) errors[''] = ownText(scope.locale).tooMany(mostFields)
    if (Object.keys(errors).length > 0) return undefined
    await addOwnField(scope, object.object, kind, read.input, all)
    return list
  })
  if (!to) return drawForm(c, { object, kind, raw, errors })
  const name = raw[`label_${scope.locale}`]?.trim() ?? ''
  return go(c, to, { kind: 'success', text: ownText(scope.locale).added(name) })
})

ownFieldRoutes.get('/:id', manage, async (c) => {
  const { field, object } = await find(c)
  return drawForm(c, { object, kind: field.kind, field, raw: formOf(field) })
})

ownFieldRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const t = ownText(scope.locale)
  await changeFieldsAlone(scope)
  const { field, all, object } = await find(c)
  const { raw } = await readForm(c)
  const others = all.filter(({ id }) => id !== field.id)
  const { input, errors } = readInput(scope, raw, field.kind, takenIn(object, others), field)
  if (versionOf(raw) !== field.version) errors[''] = t.savedMeanwhile
  if (Object.keys(errors).length === 0) {
    const repeated = await changeOwnField(scope, field, input)
    if (repeated === 0) return go(c, list, { kind: 'success', text: t.saved })
    errors.unique = t.notUnique(field.label[scope.locale], repeated)
  }
  return drawForm(c, { object, kind: field.kind, field, raw, errors })
})

for (const [path, archived] of [
  ['archive', true],
  ['restore', false],
] as const)
  ownFieldRoutes.post(`/:id/${path}`, manage, async (c) => {
    const { scope } = c.var
    await changeFieldsAlone(scope)
    const { field } = await find(c)
    if (field.archived !== archived) await archiveOwnField(scope, field.id, archived)
    const t = ownText(scope.locale)
    const label = field.label[scope.locale]
    const text = archived ? t.wasArchived(label) : t.wasRestored(label)
    return go(c, list, { kind: 'success', text })
  })

for (const [path, by] of [
  ['up', -1],
  ['down', 1],
] as const)
  ownFieldRoutes.post(`/:id/${path}`, manage, async (c) => {
    await changeFieldsAlone(c.var.scope)
    const { field, all } = await find(c)
    await moveOwnField(c.var.scope, field, by, all)
    return go(c, list)
  })

/** A kind of record that can have own fields now. @throws Refusal 404 for any other */
function objectOf(c: Context<Site>, name: string | undefined): Audited {
  const { scope, product } = c.var
  const found = customisable(product.registry, scope).find(({ object }) => object === name)
  if (!found) throw notFound()
  return found
}

async function find(c: Context<Site>) {
  const found = await findDefinition(c.var.scope, pathId(c))
  return { ...found, object: objectOf(c, found.field.object) }
}

/** What the fields of a kind of record are called, in any language. */
const takenIn = ({ object, fields }: Audited, all: readonly Definition[]): string[] =>
  [...fields, ...all.filter((one) => one.object === object && !one.archived)].flatMap(({ label }) =>
    Object.values(label),
  )

type Drawn = {
  object: Audited
  kind: OwnKind
  field?: Definition
  raw: Raw
  errors?: FieldErrors
}

function drawForm(c: Context<Site>, drawn: Drawn) {
  const { locale } = c.var.scope
  const page = (
    <OwnFieldForm locale={locale} once={drawn.field ? undefined : onceKey(drawn.raw)} {...drawn} />
  )
  const title = drawn.field?.label[locale] ?? ownText(locale).add
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}
