import { type Context, Hono } from 'hono'
import { readDepartments } from '../../../core/access/department-tree.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { teach } from '../permissions.ts'
import { type Effect, effectOf } from './applying.ts'
import { assigningText } from './messages.ts'
import { type RuleChoices, readAssignable, readRuleForm } from './rule-form.ts'
import { readRuleList } from './rule-list.ts'
import { endRule, makeRule, readRule } from './rules.ts'
import { RulePage } from './views/rule.tsx'
import { RulesPage } from './views/rules.tsx'

/** Rules by which courses are assigned. */
export const assigningRoutes = new Hono<Site>()

const teacher = allow(teach)
const place = '/training/rules'

async function choicesOf(c: Context<Site>): Promise<RuleChoices> {
  const { scope, product } = c.var
  const departments = await readDepartments(scope)
  return {
    what: await readAssignable(scope),
    departments: departments.filter(({ archivedAt }) => !archivedAt),
    stages: product.registry.console.stages?.(scope.locale) ?? [],
  }
}

assigningRoutes.get('/rules', teacher, async (c) => {
  const { scope } = c.var
  const [rules, choices] = [await readRuleList(scope, c.var.product.registry), await choicesOf(c)]
  return c.render(<RulesPage {...{ scope, rules, choices }} />, {
    title: assigningText(scope.locale).title,
  })
})

type Shown = {
  raw: Raw
  roles?: readonly string[]
  departments?: readonly string[]
  errors?: Errors
  effect?: Effect
}

async function drawRule(c: Context<Site>, choices: RuleChoices, shown: Shown) {
  const { scope } = c.var
  const page = <RulePage {...{ scope, choices }} {...shown} once={onceKey(shown.raw)} />
  const title = assigningText(scope.locale).add
  return c.render(page, { title, status: shown.errors ? 422 : 200 })
}

assigningRoutes.get('/rules/new', teacher, async (c) =>
  drawRule(c, await choicesOf(c), { raw: { dueDays: '10', mandatory: 'on' } }),
)

/** First whom it reaches, by the code that will assign it; then, confirmed, it is made. */
assigningRoutes.post('/rules', teacher, async (c) => {
  const { scope, product } = c.var
  const { raw, all } = await readForm(c)
  const choices = await choicesOf(c)
  const { input, errors } = readRuleForm(scope, raw, all, choices)
  const chosen = { roles: all('roles'), departments: all('departments') }
  if (Object.keys(errors).length > 0) return drawRule(c, choices, { raw, ...chosen, errors })
  if (raw.save !== 'yes')
    return drawRule(c, choices, { raw, ...chosen, effect: await effectOf(scope, input) })
  let count = 0
  await once(scope, raw, async () => {
    count = (await makeRule(scope, product.registry, input)).assigned
    return place
  })
  const text = assigningText(scope.locale).made(formatNumber(scope.locale, count))
  return go(c, place, { kind: 'success', text })
})

assigningRoutes.post('/rules/:id/end', teacher, async (c) => {
  const { scope } = c.var
  await endRule(scope, await readRule(scope, pathId(c)))
  return go(c, place)
})
