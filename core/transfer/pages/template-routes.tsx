import { type Context, Hono } from 'hono'
import type { FieldErrors } from '../../../views/form.tsx'
import { allowAll } from '../../http/allow.ts'
import { readForm } from '../../http/form.ts'
import { pathId } from '../../http/path-id.ts'
import { go } from '../../http/render.tsx'
import type { Site } from '../../http/site.ts'
import { coreText } from '../../i18n/messages.ts'
import { importable } from '../imports.ts'
import {
  findTemplateById,
  listTemplates,
  removeTemplate,
  renameTemplate,
  templateName,
} from '../templates.ts'
import { transferText } from './messages.ts'
import { TemplatesPage } from './views/templates.tsx'

/** How files are read, as somebody kept it: named anew or let go by whoever may import such files. */
export const templateRoutes = new Hono<Site>()

const place = '/admin/import/templates'

templateRoutes.get(place, allowAll, (c) => draw(c))

templateRoutes.post(`${place}/:id`, allowAll, async (c) => {
  const { scope } = c.var
  const template = await findTemplateById(scope, kindsOf(c), pathId(c))
  const { raw } = await readForm(c)
  const t = transferText(scope.locale)
  const name = templateName(raw[`name-${template.id}`])
  if (!name) return draw(c, { [template.id]: coreText(scope.locale).required(t.templateName) })
  if (!(await renameTemplate(scope, template, name)))
    return draw(c, { [template.id]: t.templateTaken(name) })
  return go(c, place, { kind: 'success', text: t.templateRenamed(name) })
})

templateRoutes.post(`${place}/:id/delete`, allowAll, async (c) => {
  const { scope } = c.var
  const template = await findTemplateById(scope, kindsOf(c), pathId(c))
  await removeTemplate(scope, template)
  const text = transferText(scope.locale).templateRemoved(template.name)
  return go(c, place, { kind: 'success', text })
})

const kindsOf = (c: Context<Site>): string[] =>
  importable(c.var.product.registry, c.var.scope).map(({ kind }) => kind)

async function draw(c: Context<Site>, errors: FieldErrors = {}) {
  const { scope, product } = c.var
  const page = (
    <TemplatesPage
      scope={scope}
      kinds={importable(product.registry, scope)}
      templates={await listTemplates(scope, kindsOf(c))}
      errors={errors}
    />
  )
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return c.render(page, { title: transferText(scope.locale).templates, status })
}
