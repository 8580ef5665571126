import { Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { registerRoutes } from '../register/routes.tsx'
import { busyRegister, readBusyTimes } from './busy.ts'
import { riskText } from './messages.ts'
import { riskRegister } from './register.ts'
import { addDefaults, readRisks } from './risks.ts'
import { RisksPage } from './views/risks.tsx'
import { watchRisks } from './watching.ts'

/** The risk register. */
export const riskRoutes = new Hono<Site>()

const place = '/rollout/risks'
const manage = allow('core.rollout.manage')

riskRoutes.get('/', allow('core.rollout.view'), async (c) => {
  const { scope, product } = c.var
  const { colleagues } = await product.directories.of(scope)
  const page = (
    <RisksPage
      scope={scope}
      risks={await readRisks(scope)}
      busy={await readBusyTimes(scope)}
      colleagues={colleagues}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: riskText(scope.locale).title })
})

riskRoutes.post('/defaults', manage, async (c) => {
  const { scope } = c.var
  const text = riskText(scope.locale).added(String(await addDefaults(scope)))
  return go(c, place, { kind: 'success', text })
})

riskRoutes.post('/watch', manage, async (c) => {
  const { scope, product } = c.var
  const text = riskText(scope.locale).watched(String(await watchRisks(scope, product)))
  return go(c, place, { kind: 'info', text })
})

riskRoutes.route('/busy', registerRoutes(busyRegister))
riskRoutes.route('/', registerRoutes(riskRegister))
