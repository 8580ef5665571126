import { sql } from 'drizzle-orm'
import type { Audited } from '../../core/module.ts'
import { accessAudited } from './access/audited.ts'
import { rulesAudited } from './assigning/audited.ts'
import { type Question, sayIn, type Texts } from './courses/content.ts'
import { helpAudited } from './help/audited.ts'
import { sessionsAudited } from './sessions/audited.ts'
import { toursAudited } from './tours/audited.ts'

const code = { field: 'code', label: { en: 'Code', 'zh-CN': '编号' } }
const course = { field: 'course', label: { en: 'Course', 'zh-CN': '课程' } }
const comment = { field: 'comment', label: { en: 'Comment', 'zh-CN': '评语' } }

/** What courses and learning are called in the audit trail. */
export const audited: readonly Audited<'training'>[] = [
  {
    object: 'training.course',
    title: { en: 'Course', 'zh-CN': '课程' },
    fields: [code, { field: 'number', label: { en: 'Version', 'zh-CN': '版本' } }],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; titles: Texts }>(sql`
        select id, titles from training.courses where company_id = ${scope.company.id}
          and id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, titles }) => [id, sayIn(scope.locale, titles)]))
    },
  },
  {
    object: 'training.assignment',
    title: { en: 'Assignment', 'zh-CN': '学习任务' },
    fields: [course, { field: 'version', label: { en: 'Version', 'zh-CN': '版本' } }],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; name: string }>(sql`
        select a.id, c.code || ' · ' || u.name as name from training.assignments a
        join training.courses c on c.company_id = a.company_id and c.id = a.course_id
        join core.users u on u.company_id = a.company_id and u.id = a.user_id
        where a.company_id = ${scope.company.id} and a.id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  },
  {
    object: 'training.hand-in',
    title: { en: 'Work handed in', 'zh-CN': '作业' },
    fields: [comment],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; name: string }>(sql`
        select h.id, c.code || ' · ' || u.name as name from training.hand_ins h
        join training.assignments a on a.company_id = h.company_id and a.id = h.assignment_id
        join training.courses c on c.company_id = a.company_id and c.id = a.course_id
        join core.users u on u.company_id = a.company_id and u.id = a.user_id
        where h.company_id = ${scope.company.id} and h.id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  },
  {
    object: 'training.question',
    title: { en: 'Quiz question', 'zh-CN': '题目' },
    fields: [
      { field: 'kind', label: { en: 'Kind', 'zh-CN': '类型' } },
      { field: 'objective', label: { en: 'Objective', 'zh-CN': '对应目标' } },
      { field: 'critical', label: { en: 'Must be right', 'zh-CN': '必须答对' } },
      { field: 'stem', label: { en: 'Question', 'zh-CN': '题干' } },
      { field: 'options', label: { en: 'Options', 'zh-CN': '选项' } },
      { field: 'explanation', label: { en: 'Why', 'zh-CN': '解析' } },
    ],
    names: async (scope, ids) => {
      const rows = await scope.db.execute<{ id: string; document: Question }>(sql`
        select id, document from training.questions where company_id = ${scope.company.id}
          and id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, document }) => [id, sayIn(scope.locale, document.stem)]))
    },
  },
  {
    object: 'training.progress',
    title: { en: 'Learning progress', 'zh-CN': '学习进度' },
    fields: [],
  },
  ...rulesAudited,
  ...sessionsAudited,
  ...accessAudited,
  ...helpAudited,
  ...toursAudited,
]
