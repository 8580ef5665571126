import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { sayIn, type Texts } from '../courses/content.ts'
import { ruleObject } from './rules.ts'

/** What rules are called in the audit trail; each by what it assigns. */
export const rulesAudited: readonly Audited<'training'>[] = [
  {
    object: ruleObject,
    title: { en: 'Assignment rule', 'zh-CN': '学习任务规则' },
    fields: [
      { field: 'roles', label: { en: 'Roles', 'zh-CN': '角色' } },
      { field: 'stage', label: { en: 'From rollout stage', 'zh-CN': '从哪个推行阶段起' } },
      { field: 'dueOn', label: { en: 'Due on', 'zh-CN': '截止日期' } },
      { field: 'dueDays', label: { en: 'Due in working days', 'zh-CN': '几个工作日内完成' } },
      { field: 'mandatory', label: { en: 'Required', 'zh-CN': '必修' } },
    ],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; titles: Texts }>(sql`
        select r.id, coalesce(c.titles, p.titles) as titles from training.rules r
        left join training.courses c on c.company_id = r.company_id and c.id = r.course_id
        left join training.paths p on p.company_id = r.company_id and p.id = r.path_id
        where r.company_id = ${scope.company.id} and r.id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, titles }) => [id, sayIn(scope.locale, titles)]))
    },
  },
]
