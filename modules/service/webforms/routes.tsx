import { type Context, Hono } from 'hono'
import { readDirectory } from '../../../core/access/directory.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { baseUrl } from '../../../core/http/origin.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { manageService } from '../rights.ts'
import { rawWebForm, readWebFormForm } from './form-form.ts'
import { webFormText } from './messages.ts'
import { WebFormFormPage } from './views/form-form.tsx'
import { WebFormPage } from './views/web-form-page.tsx'
import { WebFormsPage } from './views/web-forms-page.tsx'
import {
  addWebForm,
  changeWebForm,
  closeWebForm,
  readWebForm,
  readWebForms,
  type WebForm,
  webFormObject,
} from './web-forms.ts'

/** Setting up the forms by which anybody writes to the company. */
export const webFormRoutes = new Hono<Site>()

const manage = allow(manageService)
const place = '/service/web-forms'

webFormRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const page = <WebFormsPage scope={scope} forms={await readWebForms(scope)} />
  return c.render(page, { title: webFormText(scope.locale).title })
})

webFormRoutes.get('/new', manage, (c) => {
  const { locale: language } = c.var.scope.company
  return draw(c, { raw: { language, consent: webFormText(language).consentUsual } })
})

webFormRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { values, errors } = readWebFormForm(scope, await readDirectory(scope), raw)
  const to = await once(scope, raw, async () =>
    Object.keys(errors).length > 0 ? undefined : `${place}/${await addWebForm(scope, values)}`,
  )
  const text = webFormText(scope.locale).made
  return to ? go(c, to, { kind: 'success', text }) : draw(c, { raw, errors })
})

webFormRoutes.get('/:id', manage, async (c) => {
  const { scope, product } = c.var
  const form = await readWebForm(scope, pathId(c))
  const { departments } = await readDirectory(scope)
  const address = `${baseUrl(product.env)}/portal/forms/${form.key}`
  const page = <WebFormPage {...{ scope, form, address, departments }} />
  return c.render(page, { title: form.name })
})

webFormRoutes.get('/:id/edit', manage, async (c) => {
  const form = await readWebForm(c.var.scope, pathId(c))
  return draw(c, { form, raw: rawWebForm(form), version: form.version })
})

webFormRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const form = await readWebForm(scope, pathId(c))
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const { values, errors } = readWebFormForm(scope, await readDirectory(scope), raw)
  if (Object.keys(errors).length > 0) return draw(c, { form, raw, errors, version })
  const t = webFormText(scope.locale)
  if ((await changeWebForm(scope, form, version, values)) === 'saved')
    return go(c, `${place}/${form.id}`, { kind: 'success', text: t.saved })
  return drawBoth(c, form, raw)
})

async function drawBoth(c: Context<Site>, form: WebForm, yours: Raw) {
  const { scope } = c.var
  const t = webFormText(scope.locale)
  const theirs: Raw = rawWebForm(form)
  const labels: Record<string, string> = { ...t, intro: t.introduction } as never
  return drawConflict(c, {
    title: form.name,
    action: `${place}/${form.id}`,
    version: form.version,
    fields: Object.entries(theirs).map(([name, value = '']) => ({
      ...{ name, label: labels[name] ?? '', theirs: value, yours: yours[name] ?? '' },
    })),
    ...(await lastSaved(scope, webFormObject, form.id)),
  })
}

for (const deed of ['close', 'reopen'] as const)
  webFormRoutes.post(`/:id/${deed}`, manage, async (c) => {
    const id = pathId(c)
    await closeWebForm(c.var.scope, id, deed === 'close')
    return go(c, `${place}/${id}`)
  })

type Drawn = { form?: WebForm; raw: Raw; errors?: Errors; version?: number }

async function draw(c: Context<Site>, drawn: Drawn) {
  const { locale } = c.var.scope
  const { departments } = await readDirectory(c.var.scope)
  const page = <WebFormFormPage {...{ locale, departments, ...drawn }} once={onceKey(drawn.raw)} />
  const t = webFormText(locale)
  return c.render(page, { title: drawn.form ? t.edit : t.add, status: drawn.errors ? 422 : 200 })
}
