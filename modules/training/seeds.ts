import { sql } from 'drizzle-orm'
import type { Seed } from '../../core/module.ts'
import { installCurriculum } from './curriculum/installing.ts'

/** The default curriculum, and so many courses begun by people of the company, the first completed. */
export const seeds: readonly Seed[] = [
  {
    key: 'learners',
    make: async (scope, count) => {
      await installCurriculum(scope)
      const company = scope.company.id
      await scope.db.execute(sql`
        insert into training.assignments (company_id, id, user_id, course_id, version_id, status,
          started_at)
        select u.company_id, gen_random_uuid(), u.id, c.id, c.published_id, 'in_progress', now()
        from core.users u join training.courses c on c.company_id = u.company_id
          and c.published_id is not null
        where u.company_id = ${company} and u.disabled_at is null
        order by u.id, c.code limit ${count}
        on conflict do nothing`)
      await scope.db.execute(sql`
        insert into training.sessions (company_id, id, course_id, lesson, starts_at, place, code)
        select company_id, gen_random_uuid(), id, 'talk', '2030-01-15 06:00Z', 'Room 2', '20300115'
        from training.courses where company_id = ${company} and code = 'L-01'
          and not exists (select from training.sessions s where s.company_id = ${company})`)
      await scope.db.execute(sql`
        insert into training.completions (company_id, id, user_id, course_id, version_id,
          assignment_id, evidence, serial, code)
        select company_id, gen_random_uuid(), user_id, course_id, version_id, id, 'reading',
          '2020-' || lpad(row_number() over (order by id)::text, 4, '0'),
          replace(gen_random_uuid()::text, '-', '')
        from training.assignments where company_id = ${company} order by id limit 1
        on conflict do nothing`)
    },
  },
]
