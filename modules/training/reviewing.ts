import { sql } from 'drizzle-orm'
import type { NotificationKind } from '../../core/module.ts'
import { type About, notify } from '../../core/notify/notify.ts'
import type { Scope } from '../../core/scope.ts'
import { learningText } from './learning/messages.ts'

/** What waits for somebody else to look at it before all see it. */
type Reviewed = 'course' | 'tour' | 'topic'

/** So many are asked at most: where very many teach, most have nothing to do with it. */
const mostTold = 20

/** Those who teach; they are the ones whom questions and what waits for a look go to. */
export const readTrainers = ({ db, company }: Scope): Promise<{ id: string }[]> =>
  db.execute<{ id: string }>(sql`
    select u.id from core.users u
    join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id
    where u.company_id = ${company.id} and u.disabled_at is null and r.role = 'trainer'
    order by u.id limit ${mostTold}`)

/** Where nobody else teaches, an administrator looks. */
const readAdministrators = ({ db, company, actorId }: Scope): Promise<{ id: string }[]> =>
  db.execute<{ id: string }>(sql`
    select u.id from core.users u
    join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id
    where u.company_id = ${company.id} and u.disabled_at is null and r.role = 'admin'
      and u.id is distinct from ${actorId}::uuid
    order by u.id limit ${mostTold}`)

/** Tells those who may publish it that something waits for a look. Who wrote it knows. */
export async function askForReview(scope: Scope, what: Reviewed, about: About): Promise<void> {
  const others = (await readTrainers(scope)).filter(({ id }) => id !== scope.actorId)
  const people = others.length > 0 ? others : await readAdministrators(scope)
  await notify(
    scope,
    people.map(({ id }) => id),
    `training.${what}-review`,
    about,
  )
}

const notice = (what: Reviewed, href?: NotificationKind['href']): NotificationKind<'training'> => ({
  ...{ kind: `training.${what}-review`, icon: 'eye' },
  tell: ({ locale }) => learningText(locale).reviews[what],
  ...(href && { href }),
})

/** How that reads. */
export const reviewNotices: readonly NotificationKind<'training'>[] = [
  notice('course', (id) => `/training/studio/courses/${id}`),
  notice('tour'),
  notice('topic', (id) => `/training/help-topics/${id}`),
]
