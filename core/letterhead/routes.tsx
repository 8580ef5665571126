import { type Context, Hono } from 'hono'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm, readUpload } from '../http/form.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { versionOf } from '../http/version.ts'
import { drawConflict } from '../records/conflict.tsx'
import { lastSaved } from '../records/history.ts'
import { letterheadFields, readLetterhead, saveLetterhead } from './letterhead.ts'
import { readLetterheadForm } from './letterhead-form.ts'
import { letterheadText } from './messages.ts'
import { LetterheadPage } from './views/letterhead.tsx'

/** What stands at the head of the company's papers. */
export const letterheadRoutes = new Hono<Site>()

const manage = allow('core.company.manage')
const place = '/admin/company/letterhead'

letterheadRoutes.get('/', manage, async (c) => {
  const { version, logo, ...texts } = await readLetterhead(c.var.scope)
  const raw = Object.fromEntries(letterheadFields.map((field) => [field, texts[field]]))
  return draw(c, { raw, version, hasLogo: logo !== null })
})

letterheadRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const read = await readLetterheadForm(scope, raw, await readUpload(c, 'logo'))
  const { texts, logo, errors } = read
  if (Object.keys(errors).length > 0) {
    const hasLogo = (await readLetterhead(scope)).logo !== null
    return draw(c, { raw, version, hasLogo, errors })
  }
  if ((await saveLetterhead(scope, version, texts, logo)) === 'conflict') return both(c, texts)
  return go(c, place, { kind: 'success', text: letterheadText(scope.locale).saved })
})

type Drawn = { raw: Raw; version: number; hasLogo: boolean; errors?: Errors }

function draw(c: Context<Site>, drawn: Drawn) {
  const { locale } = c.var.scope
  const page = <LetterheadPage locale={locale} {...drawn} />
  return c.render(page, {
    title: letterheadText(locale).title,
    status: drawn.errors ? 422 : 200,
  })
}

async function both(c: Context<Site>, yours: Record<string, string>) {
  const { scope } = c.var
  const t = letterheadText(scope.locale)
  const now = await readLetterhead(scope)
  return drawConflict(c, {
    title: t.title,
    action: place,
    version: now.version,
    ...(await lastSaved(scope, 'core.letterhead', scope.company.id)),
    fields: letterheadFields.map((name) => ({
      name,
      label: t[name],
      theirs: now[name],
      yours: yours[name] ?? '',
    })),
  })
}
