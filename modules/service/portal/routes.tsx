import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { baseUrl } from '../../../core/http/origin.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { manageService } from '../rights.ts'
import { portalText } from './messages.ts'
import { type PortalInput, portalHref, readPortal, savePortal, wordOf } from './portals.ts'
import { SetupPage } from './views/setup-page.tsx'

/** Opening and naming the pages for customers. */
export const portalSetupRoutes = new Hono<Site>()

const manage = allow(manageService)

async function draw(c: Context<Site>, typed?: { raw: Raw; errors: Errors }) {
  const { scope, product } = c.var
  const portal = await readPortal(scope)
  const raw = typed?.raw ?? {
    ...{ word: portal && wordOf(portal.key), title: portal?.title },
    open: portal?.openedAt ? 'on' : undefined,
  }
  const address = portal?.openedAt ? baseUrl(product.env) + portalHref(portal.key) : undefined
  const page = (
    <SetupPage
      {...{ scope, raw, address }}
      errors={typed?.errors ?? {}}
      version={typed ? versionOf(typed.raw) : (portal?.version ?? 0)}
    />
  )
  return c.render(page, {
    title: portalText(scope.locale).title,
    status: typed ? 422 : 200,
  })
}

portalSetupRoutes.get('/', manage, (c) => draw(c))

portalSetupRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const t = portalText(scope.locale)
  const { input, errors } = readPortalForm(scope, raw)
  if (Object.keys(errors).length > 0) return draw(c, { raw, errors })
  if ((await savePortal(scope, versionOf(raw), input)) === 'conflict')
    return draw(c, { raw, errors: { '': t.conflict } })
  return go(c, '/service/portal', { kind: 'success', text: t.saved })
})

function readPortalForm({ locale }: Scope, raw: Raw): { input: PortalInput; errors: Errors } {
  const errors: Errors = {}
  const word = (raw.word ?? '').normalize('NFKC').trim().toLowerCase()
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(word)) errors.word = portalText(locale).wordWrong
  const title = (raw.title ?? '').trim()
  const parsed = title === '' ? undefined : parseText(title, { most: 60 })
  if (parsed && !parsed.ok) errors.title = sayProblem(parsed.problem, locale)
  return { input: { word, title: parsed?.ok ? parsed.value : '', open: raw.open === 'on' }, errors }
}
