import type { Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import type { Toast } from '../../../views/shell.ts'
import { conversionRaw, readConversion } from './conversion-form.ts'
import { convertLead } from './converting.ts'
import { leadKind } from './kind.ts'
import { type LeadRecord, readLead } from './lead-record.ts'
import { leadsText } from './messages.ts'
import { type LikeLead, likeLead } from './similar.ts'
import { ConvertPage } from './views/convert-page.tsx'

type Drawn = { lead: LeadRecord; like: LikeLead; raw: Raw; errors?: Errors }

async function draw(c: Context<Site>, { lead, like, raw, errors = {} }: Drawn): Promise<Response> {
  const { scope } = c.var
  const page = <ConvertPage {...{ scope, lead, like, raw, errors }} once={onceKey(raw)} />
  const title = leadsText(scope.locale).converting.title(lead.values.name)
  return c.render(page, { title, status: Object.keys(errors).length > 0 ? 422 : 200 })
}

/** Turning a lead into what it became. */
export function addConversionRoutes(routes: Hono<Site>): void {
  const edit = allow(leadKind.edit)
  const page = (id: string) => `${leadKind.href}/${id}`
  const already = (c: Context<Site>, id: string) => {
    const text = leadsText(c.var.scope.locale).converting.already
    return go(c, page(id), { kind: 'info', text })
  }

  routes.get('/:id/convert', edit, async (c) => {
    const { scope } = c.var
    const lead = await readLead(scope, pathId(c), leadKind.edit)
    if (lead.convertedAt) return already(c, lead.id)
    const like = await likeLead(scope, lead.values, lead.id)
    return draw(c, { lead, like, raw: conversionRaw(scope, lead, like) })
  })

  routes.post('/:id/convert', edit, async (c) => {
    const { scope, product } = c.var
    const lead = await readLead(scope, pathId(c), leadKind.edit)
    const { raw } = await readForm(c)
    const like = await likeLead(scope, lead.values, lead.id)
    let errors: Errors = {}
    const t = leadsText(scope.locale).converting
    let toast: Toast = { kind: 'success', text: t.done }
    const to = await once(scope, raw, async () => {
      if (!lead.convertedAt) {
        const read = await readConversion(scope, raw, lead, like)
        errors = read.errors
        if (Object.keys(errors).length > 0) return undefined
        const became = await convertLead(scope, product.registry, lead, read.conversion)
        if (became === 'converted') return page(lead.id)
      }
      toast = { kind: 'info', text: t.already }
      return page(lead.id)
    })
    return to ? go(c, to, toast) : draw(c, { lead, like, raw, errors })
  })
}
