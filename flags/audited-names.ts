import { type SQL, sql } from 'drizzle-orm'
import { formatDay } from '../core/i18n/format.ts'
import type { Locale } from '../core/i18n/locale.ts'
import type { Audited } from '../core/module.ts'
import type { Scope } from '../core/scope.ts'
import { adkarText } from './adkar/messages.ts'
import { metricNamed } from './evidence/metrics.ts'
import { lessonsText } from './lessons/messages.ts'
import type { LessonKind } from './lessons/schema.ts'
import type { Proposal } from './matrix/proposals.ts'
import { sayProposal } from './matrix/views/say-proposal.ts'
import { readDirectory } from './names.ts'
import { titleOf } from './plan/wording.ts'
import { pulseText } from './pulse/messages.ts'
import { readinessText } from './readiness/messages.ts'
import { titleOf as riskTitle } from './risks/risks.ts'
import { teamText } from './team/messages.ts'
import { teamRoles } from './team/roles.ts'

/** What records of the rollout are called in the audit trail, where its entries do not say so. */
type Namer = NonNullable<Audited['names']>

const mostLetters = 60

/** Names rows by a query of its own columns: `id`, and whatever a name is made of. */
const naming =
  <Row extends { id: string }>(
    query: (scope: Scope, ids: SQL) => SQL,
    nameOf: (row: Row, scope: Scope) => string,
  ): Namer =>
  async (scope, ids) => {
    const found = await scope.db.execute(query(scope, sql`${sql.param(ids)}::text[]`))
    const rows = found as unknown as Row[]
    return new Map(rows.map((row) => [row.id, nameOf(row, scope)]))
  }

const short = (text: string): string =>
  text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text

type Worded = { id: string; title: string | null; code: string | null }

export const ofWork = naming<Worded>(
  ({ company }, ids) => sql`select id, title, code from flags.work_items
    where company_id = ${company.id} and id::text = any(${ids})`,
  (row, { locale }) => titleOf(locale, row),
)

export const ofRisks = naming<Worded>(
  ({ company }, ids) => sql`select id, title, code from flags.risks
    where company_id = ${company.id} and id::text = any(${ids})`,
  (row, { locale }) => riskTitle(locale, row),
)

/** Criteria that were taken out again are known by what the trail itself says of them. */
export const ofCriteria = naming<{ id: string; gate: string; metric: string }>(
  ({ company }, ids) => sql`
    select id::text, gate, metric from flags.criteria
    where company_id = ${company.id} and id::text = any(${ids})
    union select record_id, before ->> 'gate', before ->> 'metric' from core.audit
    where company_id = ${company.id} and object = 'flags.criterion' and action = 'removed'
      and record_id = any(${ids})`,
  ({ gate, metric }, { locale }) => `${gate} · ${metricNamed(metric).title[locale]}`,
)

export const ofAttestations = naming<{ id: string; metric: string }>(
  ({ company }, ids) => sql`select id, metric from flags.attestations
    where company_id = ${company.id} and id::text = any(${ids})`,
  ({ metric }, { locale }) => metricNamed(metric).title[locale],
)

const ofGates = (table: SQL): Namer =>
  naming<{ id: string; gate: string }>(
    ({ company }, ids) => sql`select id, gate from ${table}
      where company_id = ${company.id} and id::text = any(${ids})`,
    ({ gate }) => gate,
  )

export const ofOverrides = ofGates(sql`flags.override_proposals`)
export const ofAdvances = ofGates(sql`flags.advances`)

const surveyTitles: Record<string, (locale: Locale) => string> = {
  readiness: (locale) => readinessText(locale).title,
  adkar: (locale) => adkarText(locale).title,
  pulse: (locale) => pulseText(locale).title,
}

export const ofSurveys = naming<{ id: string; kind: string; openedAt: Date }>(
  ({ company }, ids) => sql`select id, kind, opened_at as "openedAt" from flags.survey_runs
    where company_id = ${company.id} and id::text = any(${ids})`,
  ({ kind, openedAt }, { locale, company }) =>
    `${surveyTitles[kind]?.(locale) ?? kind} · ${formatDay(company.timeZone, new Date(openedAt))}`,
)

export const ofCharters = naming<{ id: string; version: number }>(
  ({ company }, ids) => sql`
    select id, version from (
      select id, row_number() over (order by id)::int as version from flags.charters
      where company_id = ${company.id}) as numbered
    where id::text = any(${ids})`,
  ({ version }, { locale }) => teamText(locale).charterVersion(String(version)),
)

const ofTexts = (table: SQL, column: SQL): Namer =>
  naming<{ id: string; text: string }>(
    ({ company }, ids) => sql`select id, ${column} as text from ${table}
      where company_id = ${company.id} and id::text = any(${ids})`,
    ({ text }) => short(text),
  )

export const ofFeedback = ofTexts(sql`flags.feedback`, sql`text`)
export const ofNeeds = ofTexts(sql`flags.change_requests`, sql`need`)
export const ofAnnouncements = ofTexts(sql`flags.announcements`, sql`title`)

export const ofLessons = naming<{ id: string; kind: LessonKind }>(
  ({ company }, ids) => sql`select id, kind from flags.lessons
    where company_id = ${company.id} and id::text = any(${ids})`,
  ({ kind }, { locale }) => lessonsText(locale).kinds[kind],
)

export const ofTeam = naming<{ id: string; role: string; name: string }>(
  ({ company }, ids) => sql`select t.id, t.role, u.name from flags.team_members t
    join core.users u on u.company_id = t.company_id and u.id = t.user_id
    where t.company_id = ${company.id} and t.id::text = any(${ids})`,
  ({ role, name }, { locale }) =>
    `${teamRoles.find(({ key }) => key === role)?.label[locale] ?? role} · ${name}`,
)

export const ofProposals: Namer = async (scope, ids, modules) => {
  const proposals = await scope.db.execute<Proposal>(sql`
    select id, module, rows, intent, strictness, reason, at, "by" from flags.proposals
    where company_id = ${scope.company.id} and id::text = any(${sql.param(ids)}::text[])`)
  const directory = await readDirectory(scope, modules)
  return new Map(proposals.map((one) => [one.id, sayProposal(scope.locale, one, directory)]))
}
