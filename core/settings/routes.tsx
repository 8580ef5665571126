import { type Context, Hono } from 'hono'
import type { FieldErrors } from '../../views/form.tsx'
import { allow } from '../http/allow.ts'
import { type Raw, readForm } from '../http/form.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { versionOf } from '../http/version.ts'
import { drawConflict } from '../records/conflict.tsx'
import { lastSaved } from '../records/history.ts'
import { timeZones } from '../values/time-zone.ts'
import { changeCompany, currencies, readCompany } from './company.ts'
import { settingsText } from './messages.ts'
import { CompanyPage } from './views/company.tsx'

/** The company's own settings. */
export const companyRoutes = new Hono<Site>()

const manage = allow('core.company.manage')

companyRoutes.get('/', manage, async (c) => {
  const { version, ...company } = await readCompany(c.var.scope)
  return draw(c, version, company)
})

companyRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const outcome = await changeCompany(scope, version, raw)
  if (outcome === 'conflict') return drawCompanyConflict(c, raw)
  if (outcome) return draw(c, version, raw, outcome)
  const text = settingsText(scope.locale).saved
  return go(c, '/admin/company', { kind: 'success', text })
})

function draw(c: Context<Site>, version: number, raw: Raw, errors?: FieldErrors) {
  const { locale } = c.var.scope
  const page = (
    <CompanyPage
      locale={locale}
      version={version}
      raw={raw}
      errors={errors}
      timeZones={timeZones}
      currencies={currencies}
    />
  )
  return c.render(page, { title: settingsText(locale).title, status: errors ? 422 : 200 })
}

async function drawCompanyConflict(c: Context<Site>, raw: Raw) {
  const { scope } = c.var
  const t = settingsText(scope.locale)
  const now = await readCompany(scope)
  const field = (name: 'name' | 'locale' | 'timeZone' | 'currency', label: string) => ({
    name,
    label,
    theirs: now[name],
    yours: raw[name] ?? '',
  })
  return drawConflict(c, {
    title: t.title,
    action: '/admin/company',
    version: now.version,
    ...(await lastSaved(scope, 'core.company', now.id)),
    fields: [
      field('name', t.name),
      field('locale', t.language),
      field('timeZone', t.timeZone),
      field('currency', t.currency),
    ],
  })
}
