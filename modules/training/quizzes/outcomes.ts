import { sql } from 'drizzle-orm'
import { notify } from '../../../core/notify/notify.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { finishLesson, markDone } from '../learning/learning.ts'
import type { Attempt, Taking } from '../learning/taking.ts'

/** Before learning one may try what one knows already (R9): ninety percent spares the texts. */
const testOutPercent = 90

/** Who knew it before has done the texts, and the quiz with them; never what is done by hand. */
export async function spareTexts(
  scope: Scope,
  registry: Registry,
  taking: Taking,
  attempt: Attempt,
) {
  const { assignment, version } = taking
  if (!assignment || !attempt.passed || (attempt.score ?? 0) < testOutPercent) return
  const texts = version.content.lessons.filter(({ kind }) => kind === 'text')
  for (const { key } of texts) await markDone(scope, assignment.id, key)
  const done = new Set([...taking.done, ...texts.map(({ key }) => key)])
  await finishLesson(scope, registry, { ...taking, done }, { key: attempt.lesson })
}

/** Out of attempts: whoever teaches the course talks with them, and may give one more. */
export async function fail(scope: Scope, { assignment, course }: Taking): Promise<void> {
  if (!assignment) return
  await scope.db.execute(sql`
    update training.assignments set status = 'failed', updated_at = now()
    where company_id = ${scope.company.id} and id = ${assignment.id} and status = 'in_progress'`)
  const [row] = await scope.db.execute<{ teachers: string[] }>(sql`
    select coalesce(array_agg(distinct r.user_id), '{}') as teachers from core.user_roles r
    join core.users u on u.company_id = r.company_id and u.id = r.user_id and u.disabled_at is null
    where r.company_id = ${scope.company.id} and r.role = 'trainer'`)
  await notify(
    scope,
    row?.teachers ?? [],
    'training.failed',
    { object: 'training.course', recordId: course.id },
    { code: course.code },
  )
}
