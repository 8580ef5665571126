import { type Context, Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { readForm } from '../../core/http/form.ts'
import { pathId } from '../../core/http/path-id.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { parseText } from '../../core/values/text.ts'
import { registerRoutes } from '../register/routes.tsx'
import { teamText } from './messages.ts'
import { teamRegister } from './register.ts'
import { readChampions, readCharter, readTeam, signCharter, writeCharter } from './team.ts'
import { TeamPage } from './views/team.tsx'

/** The project team, its champions and its charter. */
export const teamRoutes = new Hono<Site>()

const place = '/rollout/team'

teamRoutes.get('/', allow('core.rollout.view'), (c) => draw(c))

teamRoutes.post('/charter', allow('core.rollout.manage'), async (c) => {
  const { scope } = c.var
  const t = teamText(scope.locale)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const body = fields.may('body', (text) => parseText(text, { most: 20_000 }))
  if (!body) return draw(c, { body: raw.body ?? '', error: fields.errors.body ?? t.bodyMissing })
  await writeCharter(scope, body)
  return go(c, place, { kind: 'success', text: t.written })
})

teamRoutes.post('/charter/:id/sign', allow('core.rollout.view'), async (c) => {
  const { scope } = c.var
  const t = teamText(scope.locale)
  const done = await signCharter(scope, pathId(c))
  return go(
    c,
    place,
    done ? { kind: 'success', text: t.signed } : { kind: 'danger', text: t.changed },
  )
})

teamRoutes.route('/members', registerRoutes(teamRegister))

async function draw(c: Context<Site>, draft?: { body: string; error: string }) {
  const { scope } = c.var
  const [team, champions, charter] = await Promise.all([
    readTeam(scope),
    readChampions(scope),
    readCharter(scope),
  ])
  const page = (
    <TeamPage
      {...{ scope, team, champions, charter, draft }}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: teamText(scope.locale).title, status: draft ? 422 : 200 })
}
