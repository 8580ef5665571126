import { Hono } from 'hono'
import type { Site } from '../../../core/http/site.ts'
import { addSaidRoutes } from '../by-department/routes.tsx'
import { rawRule, readRuleForm } from './form.ts'
import { assigningText } from './messages.ts'
import { readRules } from './reading.ts'
import { saidRules } from './rules.ts'
import { RuleForm } from './views/rule-form.tsx'
import { assigningPlace, RulesPage } from './views/rules-page.tsx'

/** How new tickets find an owner. */
export const assigningRoutes = new Hono<Site>()

addSaidRoutes(assigningRoutes, {
  said: saidRules,
  place: assigningPlace,
  text: assigningText,
  read: readRules,
  usual: { departmentId: null, way: 'round_robin', mostOpen: null },
  raw: rawRule,
  parse: readRuleForm,
  list: (scope, rules) => <RulesPage scope={scope} rules={rules} />,
  form: (props) => <RuleForm {...props} />,
})
