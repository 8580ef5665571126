import { sql } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import { asOperator } from '../../../core/access/operator.ts'
import { inNoCompany } from '../../../core/db/database.ts'
import { allowStrangers } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { addHeader } from '../../../core/http/headers.ts'
import { onceKey } from '../../../core/http/once.ts'
import { notFound, Refusal } from '../../../core/http/refusal.ts'
import { pickedLanguage } from '../../../core/http/request.ts'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import { formIn, type ReadForm } from './languages.ts'
import { webFormText } from './messages.ts'
import { readEntry, sendIn } from './sending-in.ts'
import { SentPage, VisitorPage } from './views/visitor-page.tsx'
import { formAt } from './web-forms.ts'

/** The forms by which anybody writes to a company; nobody is signed in there. */
export const openFormRoutes = new Hono<Site>()

openFormRoutes.get('/:key', allowStrangers, async (c) => {
  const { product, address } = c.var
  const wait = await product.pageThrottle.count(`form ${address}`, address)
  if (wait) throw new Refusal(429, '', wait)
  return enter(c, async ({ company }, form) => draw(c, form, {}, { brand: company.name }))
})

openFormRoutes.post('/:key', allowStrangers, async (c) => {
  const { product, address } = c.var
  const { raw } = await readForm(c)
  return enter(c, async (scope, form) => {
    const t = webFormText(form.reads).visitor
    const brand = scope.company.name
    if (form.closedAt) return draw(c, form, {}, { brand })
    const { entry, errors } = readEntry(form, raw)
    if (Object.keys(errors).length > 0) return draw(c, form, raw, { brand, errors })
    // Programs fill in whatever they find; people do not see this field.
    if (raw.website) return thank(c, form, brand)
    const wait = await product.sendThrottle.count(`form ${address}`, address)
    if (wait) {
      addHeader(c, 'Retry-After', String(wait))
      return draw(c, form, raw, { brand, errors: { '': t.wait }, status: 429 })
    }
    const number = await sendIn(scope, product.registry, form, entry, onceKey(raw))
    return thank(c, form, brand, number)
  })
})

/** Finds the form in the company it belongs to, as long as that has the module at all. */
async function enter(
  c: Context<Site>,
  work: (scope: Scope, form: ReadForm) => Promise<Response>,
): Promise<Response> {
  const { product, requestId, address } = c.var
  const key = (c.req.param('key') ?? '').slice(0, 80)
  const [row] = await inNoCompany(product.pool, (db) =>
    db.execute<{ company: string | null }>(sql`select service.form_company(${key}) as company`),
  )
  if (!row?.company || !(await product.isOnForAnybody(row.company, 'service'))) throw notFound()
  return asOperator(product, row.company, requestId, async (scope) => {
    const form = await formAt(scope, key)
    if (!form) throw notFound()
    // Unless somebody chose another, the whole page is in the language its company wrote it in.
    c.set('locale', pickedLanguage(c) ?? form.language)
    return work({ ...scope, address }, formIn(c.var.locale, form))
  })
}

/** `brand` is the company's name: the page is theirs. */
type Drawn = { brand: string; errors?: Errors; status?: 422 | 429 }

async function draw(c: Context<Site>, form: ReadForm, raw: Raw, { brand, errors, status }: Drawn) {
  const page = <VisitorPage {...{ form, raw, errors }} once={onceKey(raw)} />
  const answer = errors ? (status ?? 422) : form.closedAt ? 410 : 200
  return c.render(page, { title: form.name, bare: true, brand, status: answer })
}

const thank = async (
  c: Context<Site>,
  form: ReadForm,
  brand: string,
  number?: string,
): Promise<Response> =>
  c.render(<SentPage {...{ form, number }} />, { title: form.name, bare: true, brand })
