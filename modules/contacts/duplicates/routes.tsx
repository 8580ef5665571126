import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { Refusal } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { mergeRoutes } from '../merging/routes.tsx'
import { duplicatesText } from './messages.ts'
import { queueRoutes } from './queue-routes.tsx'
import { chooseHint, isHint, readHint } from './settings.ts'
import { DuplicateSettingsPage } from './views/settings-page.tsx'

/** Records that may be the same one. */
export const duplicateRoutes = new Hono<Site>()

duplicateRoutes.route('/', queueRoutes)
duplicateRoutes.route('/', mergeRoutes)

const manage = allow('contacts.duplicates.manage')

duplicateRoutes.get('/settings', manage, async (c) => {
  const { scope } = c.var
  const page = <DuplicateSettingsPage scope={scope} hint={await readHint(scope)} />
  return c.render(page, { title: duplicatesText(scope.locale).settings.title })
})

duplicateRoutes.post('/settings', manage, async (c) => {
  const { scope } = c.var
  const { hint } = (await readForm(c)).raw
  if (!isHint(hint)) throw new Refusal(400)
  await chooseHint(scope, hint)
  const text = duplicatesText(scope.locale).settings.saved
  return go(c, '/contacts/duplicates/settings', { kind: 'success', text })
})
