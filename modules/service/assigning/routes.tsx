import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { manageService } from '../rights.ts'
import { rawRule, readRuleForm } from './form.ts'
import { assigningText } from './messages.ts'
import { type AssignmentRule, readRules } from './reading.ts'
import { addRule, changeRule, dropRule } from './rules.ts'
import { RuleForm } from './views/rule-form.tsx'
import { assigningPlace, RulesPage } from './views/rules-page.tsx'

/** How new tickets find an owner. */
export const assigningRoutes = new Hono<Site>()

const manage = allow(manageService)

async function draw(c: Context<Site>, raw: Raw, errors?: Errors, rule?: AssignmentRule) {
  const { scope, product } = c.var
  const { departments } = await product.directories.of(scope)
  const t = assigningText(scope.locale)
  const page = (
    <RuleForm
      {...{ scope, rule, raw, departments }}
      errors={errors ?? {}}
      once={rule ? undefined : onceKey(raw)}
    />
  )
  const title = rule ? t.edit(rule.department ?? t.company) : t.add
  return c.render(page, { title, status: errors ? 422 : 200 })
}

const done = (c: Context<Site>, text: 'saved' | 'dropped') =>
  go(c, assigningPlace, { kind: 'success', text: assigningText(c.var.scope.locale)[text] })

assigningRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const page = <RulesPage scope={scope} rules={await readRules(scope)} />
  return c.render(page, { title: assigningText(scope.locale).title })
})

assigningRoutes.get('/new', manage, (c) =>
  draw(c, rawRule({ departmentId: null, way: 'round_robin', mostOpen: null })),
)

assigningRoutes.post('/', manage, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const { departments } = await product.directories.of(scope)
  const { input, errors } = readRuleForm(scope, raw, departments)
  const made = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    if (await addRule(scope, input)) return assigningPlace
    errors.department = assigningText(scope.locale).there
  })
  return made ? done(c, 'saved') : draw(c, raw, errors)
})

async function find(c: Context<Site>): Promise<AssignmentRule> {
  const id = pathId(c)
  const rule = (await readRules(c.var.scope)).find((one) => one.id === id)
  if (!rule) throw notFound()
  return rule
}

assigningRoutes.get('/:id', manage, async (c) => {
  const rule = await find(c)
  return draw(c, rawRule(rule), undefined, rule)
})

assigningRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const rule = await find(c)
  const { raw } = await readForm(c)
  const { input, errors } = readRuleForm(scope, raw, [])
  if (Object.keys(errors).length === 0) {
    if ((await changeRule(scope, rule, versionOf(raw), input)) === 'changed')
      return done(c, 'saved')
    errors[''] = assigningText(scope.locale).meanwhile
  }
  return draw(c, raw, errors, rule)
})

assigningRoutes.post('/:id/drop', manage, async (c) => {
  await dropRule(c.var.scope, pathId(c))
  return done(c, 'dropped')
})
