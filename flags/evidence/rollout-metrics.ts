import { sql } from 'drizzle-orm'
import { workingDaysBetween } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { Scope } from '../../core/scope.ts'
import { readProgramme } from '../plan/programme.ts'
import { readStages } from '../plan/stage-rows.ts'
import { insufficient, type Metric, ok, yes } from './metric.ts'

/** Figures that the plan and the people of the company give by themselves. */
export const rolloutMetrics: readonly Metric[] = [
  {
    code: 'people.named',
    title: { en: 'Sponsor and rollout lead named', 'zh-CN': '发起人与推行负责人已明确' },
    unit: 'yes',
    direction: 'up',
    about: {
      en: 'Both are named in the plan, and may still sign in.',
      'zh-CN': '两人都已写入推行计划，且账号可用。',
    },
    read: async (scope) => {
      const programme = await readProgramme(scope)
      if (!programme) return insufficient
      const [row] = await scope.db.execute<{ there: number }>(sql`
        select count(*)::int as there from core.users where company_id = ${scope.company.id}
          and id in (${programme.sponsorId}, ${programme.leadId}) and disabled_at is null`)
      return yes(row?.there === new Set([programme.sponsorId, programme.leadId]).size)
    },
  },
  {
    code: 'people.champions',
    title: { en: 'Departments with a champion', 'zh-CN': '有推广员的部门占比' },
    unit: 'percent',
    direction: 'up',
    about: {
      en: 'Departments with people of their own in which at least one is marked as champion.',
      'zh-CN': '有人员的部门中，至少有一位推广员的占比。',
    },
    read: async (scope) => {
      const [row] = await scope.db.execute<{ all: number; with: number }>(sql`
        select count(*)::int as all, count(*) filter (where champions > 0)::int as with from (
          select count(u.champion_since) as champions from core.departments d
          join core.users u on u.company_id = d.company_id and u.department_id = d.id
            and u.disabled_at is null
          where d.company_id = ${scope.company.id} and d.archived_at is null
          group by d.id) as counted`)
      return row && row.all > 0 ? ok((100 * row.with) / row.all, row.all) : insufficient
    },
  },
  {
    code: 'pilot.days',
    title: { en: 'Working days of pilot', 'zh-CN': '试点工作日数' },
    unit: 'count',
    direction: 'up',
    about: {
      en: 'Working days since the pilot began, by the company’s calendar.',
      'zh-CN': '试点开始以来的工作日数，按公司工作日历计算。',
    },
    read: async (scope) => {
      const days = await pilotDays(scope)
      return days === undefined ? insufficient : ok(days)
    },
  },
]

async function pilotDays(scope: Scope): Promise<number | undefined> {
  const pilot = (await readStages(scope)).find(({ code }) => code === 'S3')
  if (!pilot?.startedOn) return undefined
  const until = pilot.endedOn ?? today(scope)
  return Math.max(0, workingDaysBetween(await readCalendar(scope), pilot.startedOn, until))
}
