import { type Context, Hono } from 'hono'
import type { FieldErrors } from '../../views/form.tsx'
import { confirmIfOld, mustConfirm } from '../auth/confirm.ts'
import { allow } from '../http/allow.ts'
import { Fields } from '../http/fields.ts'
import { type Raw, readForm } from '../http/form.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import type { Role } from '../module.ts'
import type { Registry } from '../registry.ts'
import { parseText } from '../values/text.ts'
import { changeGrants, readGrants } from './grants.ts'
import { accessText } from './messages.ts'
import { groupsOf } from './permission-groups.ts'
import { countRoles } from './role-counts.ts'
import { isRole } from './roles.ts'
import { RolePage } from './views/role.tsx'
import { RolesPage } from './views/roles.tsx'

/** What roles may do, and how far: the company's departures from what the modules declare. */
export const roleRoutes = new Hono<Site>()

const manage = allow('core.people.manage')

roleRoutes.get('/', manage, async (c) => {
  const { scope, product } = c.var
  const page = (
    <RolesPage
      locale={scope.locale}
      grants={await readGrants(scope, product.registry.permissions)}
      groups={groupsOf(product.registry, scope.locale)}
      counts={await countRoles(scope)}
    />
  )
  return c.render(page, { title: accessText(scope.locale).roles.title })
})

roleRoutes.get('/:role', manage, (c) => drawRole(c, {}))

roleRoutes.post('/:role', manage, async (c) => {
  const { scope, product } = c.var
  const role = roleOf(c)
  const { raw } = await readForm(c)
  const t = accessText(scope.locale).roles
  const fields = new Fields(raw, scope.locale)
  const reason = fields.need('reason', t.reason, (text) => parseText(text, { most: 500 }), '')
  const wrong = await confirmIfOld(c, raw.confirm)
  if (wrong) fields.refuse('confirm', wrong)
  if (!fields.ok) return drawRole(c, raw, fields.errors)
  const { permissions } = product.registry
  const reaches = raw.do === 'reset' ? standardOf(role, permissions) : wanted(raw)
  const changed = await changeGrants(scope, permissions, role, reaches, reason)
  const text = changed ? t.changed(changed) : t.unchanged
  return go(c, `/admin/roles/${role}`, { kind: changed ? 'success' : 'info', text })
})

/** What the modules grant a role by default. */
const standardOf = (role: Role, permissions: Registry['permissions']): Map<string, string> =>
  new Map([...permissions.values()].map((one) => [one.key, one.roles[role] ?? 'none']))

/** What the form changed: a choice nobody touched must not undo what somebody else decided meanwhile. */
function wanted(raw: Raw): Map<string, string> {
  const changed = new Map<string, string>()
  for (const [name, value] of Object.entries(raw))
    if (name.startsWith('may:') && value && value !== raw[`was:${name.slice(4)}`])
      changed.set(name.slice(4), value)
  return changed
}

function roleOf(c: Context<Site>): Role {
  const role = c.req.param('role') ?? ''
  if (!isRole(role)) throw notFound()
  return role
}

async function drawRole(c: Context<Site>, raw: Raw, errors?: FieldErrors) {
  const { scope, product } = c.var
  const role = roleOf(c)
  const page = (
    <RolePage
      locale={scope.locale}
      role={role}
      grants={(await readGrants(scope, product.registry.permissions))[role]}
      groups={groupsOf(product.registry, scope.locale)}
      raw={raw}
      errors={errors}
      confirm={mustConfirm(c)}
    />
  )
  return c.render(page, { title: accessText(scope.locale).roles.title, status: errors ? 422 : 200 })
}
