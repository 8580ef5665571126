import { type Context, Hono } from 'hono'
import { readPersonRecord } from '../access/person-record.ts'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { formatNumber } from '../i18n/format.ts'
import { findSubjects } from '../records/subjects.ts'
import { countEstates } from './estates.ts'
import { giveBack, handOver } from './handing-over.ts'
import { handoverText } from './messages.ts'
import { findReceipt, numberOf, readItems } from './receipts.ts'
import { HandoverForm } from './views/form.tsx'
import { type Line, ReceiptPage } from './views/receipt.tsx'

/** What a leaver has goes to a colleague, with a receipt. */
export const handoverRoutes = new Hono<Site>()

const manage = allow('core.people.manage')
const mostNames = 500

handoverRoutes.get('/people/:id/hand-over', manage, (c) => drawForm(c, {}))

handoverRoutes.post('/people/:id/hand-over', manage, async (c) => {
  const { scope, product } = c.var
  const person = await readPersonRecord(scope, pathId(c))
  const { raw } = await readForm(c)
  const errors = await wrongWith(c, person.id, raw)
  if (Object.keys(errors).length > 0) return drawForm(c, raw, errors)
  const to = await once(scope, raw, async () => {
    const note = (raw.note ?? '').replaceAll('\0', '').trim()
    const wanted = { from: person.id, to: raw.to ?? '', note }
    const id = await handOver(scope, product.registry, wanted)
    return id && `/admin/handovers/${id}`
  })
  return go(c, to ?? `/admin/people/${person.id}`)
})

async function wrongWith({ var: { scope, product } }: Context<Site>, from: string, raw: Raw) {
  const t = handoverText(scope.locale)
  const { colleagues } = await product.directories.of(scope)
  const errors: Errors = {}
  if (!colleagues.some(({ id, left }) => id === raw.to && !left)) errors.to = t.toMissing
  if (raw.to === from) errors.to = t.toSame
  if ((raw.note ?? '').length > 200) errors.note = t.noteTooLong
  return errors
}

async function drawForm(c: Context<Site>, raw: Raw, errors?: Errors): Promise<Response> {
  const { scope, product } = c.var
  const person = await readPersonRecord(scope, pathId(c))
  const page = (
    <HandoverForm
      locale={scope.locale}
      person={person}
      counted={await countEstates(product.registry, scope, person.id)}
      colleagues={(await product.directories.of(scope)).colleagues}
      raw={raw}
      errors={errors ?? {}}
      once={onceKey(raw)}
    />
  )
  const title = handoverText(scope.locale).title(person.name)
  return c.render(page, { title, status: errors ? 422 : 200 })
}

handoverRoutes.get('/handovers/:id', manage, async (c) => {
  const { scope, product } = c.var
  const receipt = await findReceipt(scope, pathId(c))
  const items = await readItems(scope, receipt.id)
  const shown = await findSubjects(product.registry, scope, items.slice(0, mostNames))
  const estates = product.registry.modules.flatMap((module) => module.estates ?? [])
  const lines = estates.flatMap(({ object, title }): Line[] => {
    const own = items.filter((item) => item.object === object)
    const names = own.flatMap(({ recordId }) => shown.get(recordId)?.name ?? [])
    return own.length > 0 ? [{ title: title[scope.locale], count: own.length, names }] : []
  })
  const page = <ReceiptPage scope={scope} receipt={receipt} lines={lines} />
  const title = `${handoverText(scope.locale).receipt} ${numberOf(receipt)}`
  return c.render(page, { title })
})

handoverRoutes.post('/handovers/:id/undo', manage, async (c) => {
  const { scope, product } = c.var
  const id = pathId(c)
  const count = await giveBack(scope, product.registry, id)
  const text = handoverText(scope.locale).undoneDone(formatNumber(scope.locale, count))
  return go(c, `/admin/handovers/${id}`, { kind: 'success', text })
})
