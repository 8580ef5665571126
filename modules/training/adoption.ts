import { sql } from 'drizzle-orm'
import type { Adoption } from '../../core/adoption/declared.ts'
import { courseObject } from './curriculum/installing.ts'
import { handInObject } from './hand-ins/handing-in.ts'
import { handIns } from './hand-ins/schema.ts'
import { requestObject } from './help/asking.ts'
import { helpRequests } from './help/schema.ts'
import { topicObject } from './help/writing.ts'
import { sessionObject } from './sessions/planning.ts'
import { questionObject } from './studio/writing.ts'
import { tourObject } from './tours/writing.ts'

/**
 * What teaching is: reading work, answering, holding sessions, writing what is learned. Learning
 * itself is none of it, or whoever takes courses would seem to work with customers; so this is
 * measured of trainers alone, and by itself. Work and questions are prompt when they are dealt with
 * within a day.
 */
export const adoption: Adoption<'training'> = {
  aside: ['trainer'],
  deeds: [
    {
      deed: 'work',
      label: { en: 'Work read and decided on', 'zh-CN': '批阅作业' },
      object: handInObject,
      actions: ['accepted', 'returned'],
    },
    {
      deed: 'answer',
      label: { en: 'Questions answered', 'zh-CN': '答复提问' },
      object: requestObject,
      actions: ['answered'],
    },
    {
      deed: 'session',
      label: { en: 'Sessions planned and held', 'zh-CN': '安排和主持现场课' },
      object: sessionObject,
      actions: ['created', 'listed', 'closed'],
    },
    {
      deed: 'course',
      label: { en: 'Courses written and published', 'zh-CN': '编写和发布课程' },
      object: courseObject,
      actions: ['created', 'changed', 'published'],
    },
    {
      deed: 'question',
      label: { en: 'Quiz questions written', 'zh-CN': '编写题目' },
      object: questionObject,
      actions: ['created', 'changed'],
    },
    {
      deed: 'tour',
      label: { en: 'Tours written and published', 'zh-CN': '编写和发布引导' },
      object: tourObject,
      actions: ['created', 'changed', 'published'],
    },
    {
      deed: 'help',
      label: { en: 'Help texts written', 'zh-CN': '编写帮助内容' },
      object: topicObject,
      actions: ['created', 'changed', 'published'],
    },
  ],
  process: { deed: 'work', weekly: { trainer: 3 } },
  prompt: ({ company }, { from, to }) => sql`
    select person, count(*)::int as "of",
      count(*) filter (where done < asked + interval '24 hours')::int as good
    from (select h.decided_by as person, h.updated_at as asked, h.decided_at as done
        from ${handIns} h where h.company_id = ${company.id} and h.decided_at >= ${from}
          and h.decided_at < ${to}
      union all select q.answered_by, q.created_at, q.answered_at
        from ${helpRequests} q where q.company_id = ${company.id} and q.answered_at >= ${from}
          and q.answered_at < ${to}) dealt
    where person is not null group by person`,
}
