import { sql } from 'drizzle-orm'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import { insufficient, type Metric, ok } from '../evidence/metric.ts'

const weeks = 4

/** People who may work with a module that is tried, and what blocked them in the last four weeks. */
export const feedbackMetrics: readonly Metric[] = [
  {
    code: 'help.load',
    version: 2,
    title: { en: 'Help requests per user and week', 'zh-CN': '每人每周求助次数' },
    unit: 'count',
    direction: 'down',
    about: {
      en: 'What people said blocks them and what they asked their champions, over the last four weeks, by user and week.',
      'zh-CN': '最近四周内“这里卡住了”和向推广员提问的次数 ÷ 使用人数 ÷ 周数。',
    },
    read: async (scope, _, running) => {
      const { registry } = running
      const { db, company, modules } = scope
      const people = await db.execute<{ id: string; key: string | null }>(sql`
        select u.id, d.key from core.users u
        left join core.departments d on d.company_id = u.company_id and d.id = u.department_id
        where u.company_id = ${company.id} and u.disabled_at is null`)
      const placed = people.map(({ id, key }) =>
        modules.of({ id, departmentKey: key, departmentKeys: key ? [key] : [], roles: [] }),
      )
      const users = placed.filter((one) =>
        registry.modules.some(({ id }) => one.state(id) !== 'off'),
      ).length
      if (users === 0) return insufficient
      const [row] = await db.execute<{ count: number }>(sql`
        select count(*)::int as count from flags.feedback
        where company_id = ${company.id} and kind = 'blocks' and archived_at is null
          and created_at > ${scope.now().toISOString()}::timestamptz - interval '4 weeks'`)
      const blocks = row?.count ?? 0
      const questions = await countAsked(scope, running)
      return ok((blocks + questions) / users / weeks, users, { blocks, questions })
    },
  },
]

/** How often people asked for help in the modules that are on for anybody, in the same weeks. */
async function countAsked(scope: Scope, { registry, isOnForAnybody }: Running): Promise<number> {
  let sum = 0
  for (const { id, evidence = [] } of registry.modules)
    for (const { code, read } of evidence)
      if (code === `${id}.help-requests` && (await isOnForAnybody(scope.company.id, id)))
        sum += (await read(scope, {}, registry)).value ?? 0
  return sum
}
