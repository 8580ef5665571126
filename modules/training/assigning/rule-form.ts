import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Role } from '../../../core/module.ts'
import { roles } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseWhole } from '../../../core/values/number.ts'
import type { Texts } from '../courses/content.ts'
import { assigningText } from './messages.ts'
import type { RuleInput } from './rules.ts'

/** What can be assigned: paths, then courses that were published. */
export type Assignable = { id: string; kind: 'path' | 'course'; code: string; titles: Texts }

export const readAssignable = (scope: Scope): Promise<Assignable[]> =>
  scope.db.execute<Assignable>(sql`
    select id, 'path' as kind, code, titles, 0 as place from training.paths
    where company_id = ${scope.company.id}
    union all
    select id, 'course', code, titles, 1 from training.courses
    where company_id = ${scope.company.id} and published_id is not null and archived_at is null
    order by place, code limit 600`)

export type RuleChoices = {
  what: readonly Assignable[]
  departments: readonly { id: string; name: string }[]
  stages: readonly { code: string; title: string }[]
}

/** Reads the form of a rule: what, roles, departments, stage, dueDays, dueOn, mandatory. */
export function readRuleForm(
  scope: Scope,
  raw: Raw,
  all: (name: string) => string[],
  choices: RuleChoices,
): { input: RuleInput; errors: Errors } {
  const t = assigningText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const what = choices.what.find(({ id }) => id === raw.what)
  if (!what) fields.refuse('what', t.nothing)
  const dueDays = fields.may('dueDays', (text) => parseWhole(text, { least: 1, most: 400 }))
  const dueOn = fields.may('dueOn', parseDate)
  if (dueDays !== null && dueOn !== null) fields.refuse('dueOn', t.both)
  // Whoever gets it would be overdue, and hear so, the moment it is assigned.
  else if (dueOn !== null && dueOn < today(scope)) fields.refuse('dueOn', t.past)
  const known = new Set(choices.departments.map(({ id }) => id))
  const input: RuleInput = {
    pathId: what?.kind === 'path' ? what.id : null,
    courseId: what?.kind === 'course' ? what.id : null,
    roles: all('roles').filter((one): one is Role => roles.includes(one as Role)),
    departmentIds: all('departments').filter((id) => known.has(id)),
    stage: choices.stages.find(({ code }) => code === raw.stage)?.code ?? null,
    mandatory: raw.mandatory === 'on',
    ...{ dueDays, dueOn },
  }
  return { input, errors: fields.errors }
}
