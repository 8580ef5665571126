import { type Context, Hono } from 'hono'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import { drawConflict } from '../../core/records/conflict.tsx'
import { lastSaved } from '../../core/records/history.ts'
import { readAgreement } from './agreement.ts'
import { agreementObject, changeAgreement, expectedOf } from './changing.ts'
import { declaringModules } from './measured-modules.ts'
import { adoptionText } from './messages.ts'
import { AgreementPage } from './views/agreement.tsx'
import { manageAdoption } from './watching.ts'

/** What the firm agreed to count as using the product. */
export const agreementRoutes = new Hono<Site>()

const manage = allow(manageAdoption)

agreementRoutes.get('/', manage, (c) => drawAgreement(c, {}))

agreementRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const modules = declaringModules(c)
  const outcome = await changeAgreement(scope, modules, versionOf(raw), raw)
  if (outcome === 'conflict') return drawAgreementConflict(c, raw)
  if (outcome) return drawAgreement(c, raw, outcome)
  return go(c, '/rollout/adoption', { kind: 'success', text: adoptionText(scope.locale).changed })
})

async function drawAgreement(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const modules = declaringModules(c)
  const { version, agreement } = await readAgreement(scope, modules)
  const groups = expectedOf(scope, modules, agreement)
  const page = (
    <AgreementPage scope={scope} groups={groups} version={version} raw={raw} errors={errors} />
  )
  return c.render(page, {
    title: adoptionText(scope.locale).agreement,
    status: errors ? 422 : 200,
  })
}

async function drawAgreementConflict(c: Context<Site>, raw: Raw) {
  const { scope } = c.var
  const t = adoptionText(scope.locale)
  const modules = declaringModules(c)
  const { version, agreement } = await readAgreement(scope, modules)
  const numbers = expectedOf(scope, modules, agreement).flatMap((group) => group.numbers)
  return drawConflict(c, {
    title: t.agreement,
    action: '/rollout/adoption/agreement',
    version,
    ...(await lastSaved(scope, agreementObject, scope.company.id)),
    fields: [
      ...numbers.map(({ name, label, value }) => ({
        name,
        label,
        theirs: String(value),
        yours: raw[name] ?? '',
      })),
      { name: 'reason', label: t.reason, theirs: '', yours: raw.reason ?? '' },
    ],
  })
}
