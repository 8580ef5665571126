import { sql } from 'drizzle-orm'
import type { Learned, Learning } from '../../../core/learning/declared.ts'

/** What everybody must have completed before they write (R12), as far as it is published. */
export const coreCourses = ['C-00', 'C-01', 'C-02', 'C-03', 'C-04', 'C-05']

type Row = Omit<Learned, 'people'> & { people: Learned['people'] | null }

/** Who has learned what, for the flags: so that whoever may write by them has learned what it takes. */
export const learning: Learning = {
  read: async (db, company) => {
    const [row] = await db.execute<Row>(sql`
      select
        (select case when follows_since is not null then true when follows_off then false end
          from training.settings where company_id = ${company}) as follows,
        (select time_zone from core.companies where id = ${company}) as "timeZone",
        coalesce((select json_agg(code order by code) from training.courses
          where company_id = ${company} and published_id is not null and archived_at is null
            and code = any(${sql.param(coreCourses)}::text[])), '[]') as core,
        coalesce((select json_agg(code) from training.courses where company_id = ${company}
          and published_id is not null and archived_at is null), '[]') as offered,
        (select json_object_agg(p.user_id, p.courses) from (
          select d.user_id, json_agg(json_build_object('code', c.code, 'until', d.valid_until,
            'on', (d.completed_at at time zone f.time_zone)::date)) as courses
          from training.completions d
          join training.courses c on c.company_id = d.company_id and c.id = d.course_id
          join core.companies f on f.id = d.company_id
          where d.company_id = ${company} and d.revoked_at is null group by d.user_id) p) as people,
        coalesce((select json_agg(json_build_object('person', user_id, 'module', module,
          'until', until)) from training.exceptions where company_id = ${company}), '[]')
          as exceptions`)
    const found = row as Row
    return { ...found, people: found.people ?? {} }
  },
  href: (module) => `/training/access?module=${module}`,
}
