import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseText } from '../../../core/values/text.ts'
import { managePipelines } from '../rights.ts'
import { pipelinesText } from './messages.ts'
import { readReasons } from './reading.ts'
import { addReason, mostReasons, saveReason } from './reasons.ts'
import { ReasonsPage } from './views/reasons-page.tsx'

/** Why deals are lost, in the company's own words. */
export const reasonRoutes = new Hono<Site>()

const manage = allow(managePipelines)
const place = '/sales/loss-reasons'

reasonRoutes.get('/', manage, (c) => draw(c, {}))

reasonRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { name, errors } = readName(scope, raw)
  const done = await once(scope, raw, async () => {
    if ((await readReasons(scope)).length >= mostReasons)
      errors.name ??= pipelinesText(scope.locale).reasons.full(mostReasons)
    if (errors.name) return undefined
    await addReason(scope, name)
    return place
  })
  return done ? saved(c) : draw(c, raw, errors)
})

reasonRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const { old } = await reasonOf(c)
  const { raw } = await readForm(c)
  const { name, errors } = readName(scope, raw)
  if (errors.name) return go(c, place, { kind: 'danger', text: errors.name })
  await saveReason(scope, old, { name, hidden: old.hidden })
  return saved(c)
})

for (const [path, hidden] of [
  ['hide', true],
  ['show', false],
] as const)
  reasonRoutes.post(`/:id/${path}`, manage, async (c) => {
    const { scope } = c.var
    const { old, others } = await reasonOf(c)
    const { lastOne } = pipelinesText(scope.locale).reasons
    if (hidden && others.every((one) => one.hidden))
      return go(c, place, { kind: 'danger', text: lastOne })
    await saveReason(scope, old, { name: old.name, hidden })
    return saved(c)
  })

/** @throws Refusal 404 when the company has no such reason */
async function reasonOf(c: Context<Site>) {
  const id = pathId(c)
  const all = await readReasons(c.var.scope)
  const old = all.find((one) => one.id === id)
  if (!old) throw notFound()
  return { old, others: all.filter((one) => one !== old) }
}

function readName(scope: Scope, raw: Raw) {
  const fields = new Fields(raw, scope.locale)
  const { name: label } = pipelinesText(scope.locale).reasons
  const name = fields.need('name', label, (text) => parseText(text, { most: 60 }), '')
  return { name, errors: fields.errors }
}

const saved = (c: Context<Site>) =>
  go(c, place, { kind: 'success', text: pipelinesText(c.var.scope.locale).reasons.saved })

async function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const reasons = await readReasons(scope)
  const page = <ReasonsPage {...{ scope, reasons, raw, errors }} once={onceKey(raw)} />
  const { title } = pipelinesText(scope.locale).reasons
  return c.render(page, { title, status: errors ? 422 : 200 })
}
