import { sql } from 'drizzle-orm'
import { insufficient, type Metric, ok } from '../evidence/metric.ts'

/** Whether the firm has learned from its rollout. */
export const lessonMetrics: readonly Metric[] = [
  {
    code: 'plan.lessons',
    title: { en: 'Lessons written down', 'zh-CN': '经验教训已记录' },
    unit: 'yes',
    direction: 'up',
    about: {
      en: 'Every rollout stage that has begun, but for the last one, has a lesson and a change that follows.',
      'zh-CN': '除最后阶段外，每个已开始的推行阶段都记有经验教训，并有相应的改进。',
    },
    read: async ({ db, company }) => {
      const [row] = await db.execute<{ all: number; learned: number }>(sql`
        select count(*)::int as all, count(*) filter (where exists (select from flags.lessons l
          where l.company_id = s.company_id and l.stage = s.code and l.kind = 'change'
            and l.archived_at is null))::int as learned
        from flags.stages s where s.company_id = ${company.id} and s.started_on is not null
          and s.code <> 'S6'`)
      if (!row || row.all === 0) return insufficient
      return ok(row.learned === row.all ? 100 : 0, undefined, {
        stages: row.all,
        learned: row.learned,
      })
    },
  },
]
