import { type Context, Hono } from 'hono'
import { readDirectory } from '../../../core/access/directory.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { choosePattern, patternOf } from '../../../core/numbering/numbers.ts'
import { readRules } from '../approval/asking.ts'
import { approvalText } from '../approval/messages.ts'
import { setApprovals } from '../approval/rights.ts'
import { passKnown } from '../papers/passing.ts'
import { discounting, readLimits, setLimit } from '../quotes/limits.ts'
import { addRule, dropRule } from './rules.ts'
import { numbered, numberedNames, readPaperRules, readRuleForm } from './settings-form.ts'
import { SettingsPage } from './views/settings-page.tsx'

/** Who has to agree to what, how much discount roles give, how papers are numbered. */
export const settingsRoutes = new Hono<Site>()

const manage = allow(setApprovals)
const place = '/sales/settings'

settingsRoutes.get('/', manage, (c) => draw(c, {}))

settingsRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { limits, patterns, errors } = readPaperRules(scope, raw)
  if (Object.keys(errors).length > 0) return draw(c, raw, errors)
  for (const { role, percent } of limits) await setLimit(scope, role, percent)
  for (const { range, pattern } of patterns) {
    await choosePattern(scope, range, pattern)
    await passKnown(scope, range)
  }
  return done(c)
})

settingsRoutes.post('/rules', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { rule, errors } = readRuleForm(scope, await readDirectory(scope), raw)
  const to = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    await addRule(scope, rule)
    return place
  })
  return to ? done(c) : draw(c, raw, errors)
})

settingsRoutes.post('/rules/:id/drop', manage, async (c) => {
  await dropRule(c.var.scope, pathId(c))
  return done(c)
})

const done = (c: Context<Site>) =>
  go(c, place, { kind: 'success', text: approvalText(c.var.scope.locale).settings.saved })

async function draw(c: Context<Site>, typed: Raw, errors?: Errors) {
  const { scope } = c.var
  const limits = await readLimits(scope)
  const stored: Raw = {}
  for (const role of discounting) stored[`limit-${role}`] = limits[role]
  for (const name of numberedNames) stored[name] = await patternOf(scope, numbered[name])
  const page = (
    <SettingsPage
      {...{ scope, errors, ...(await readDirectory(scope)) }}
      raw={{ ...stored, ...typed }}
      rules={await readRules(scope)}
      once={onceKey(typed)}
    />
  )
  return c.render(page, {
    title: approvalText(scope.locale).settings.title,
    status: errors ? 422 : 200,
  })
}
