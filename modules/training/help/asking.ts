import { type SQL, sql } from 'drizzle-orm'
import { withinPlaces } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { notify } from '../../../core/notify/notify.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { follow } from '../permissions.ts'
import { isChampion } from '../progress/reading.ts'
import { readTrainers } from '../reviewing.ts'
import { helpRequests } from './schema.ts'

export const requestObject = 'training.help-request' as const

/** The longest question and the longest answer, in characters. */
export const mostAsked = 2_000

/** A question and its answer; `mine` is the reader's own, `mayAnswer` what they may answer. */
export type HelpRequest = {
  id: string
  askedAt: Date
  asker: string
  department: string | null
  path: string
  question: string
  answer: string
  answerer: string | null
  answeredAt: Date | null
  mine: boolean
  mayAnswer: boolean
}

export type Champion = { id: string; name: string; phone: string | null; department: string | null }

/** The champions (推广员) of somebody's department and of the ones above it, the nearest first. */
export const readChampions = ({ db, company, user }: Scope): Promise<Champion[]> =>
  db.execute<Champion>(sql`
    select u.id, u.name, u.phone, d.name as department from core.users u
    join core.departments d on d.company_id = u.company_id and d.id = u.department_id
    where u.company_id = ${company.id} and u.champion_since is not null and u.disabled_at is null
      and u.id <> ${user.id} and d.key = any(${sql.param(user.departmentKeys)}::text[])
    order by length(d.key) desc, u.name, u.id limit 5`)

/** Who answers somebody's questions; and whether they are the champion of their own department. */
export type Answering = { people: Champion[]; isChampion: boolean }

/** The champions; for a champion without another one those who teach, whom their question goes to. */
export async function readAnswering(scope: Scope): Promise<Answering> {
  const [champions, own] = await Promise.all([readChampions(scope), isChampion(scope)])
  if (champions.length > 0 || !own) return { people: champions, isChampion: own }
  return { people: await readTeachers(scope), isChampion: own }
}

const readTeachers = ({ db, company, user }: Scope): Promise<Champion[]> =>
  db.execute<Champion>(sql`
    select u.id, u.name, u.phone, d.name as department from core.users u
    join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id
      and r.role = 'trainer'
    left join core.departments d on d.company_id = u.company_id and d.id = u.department_id
    where u.company_id = ${company.id} and u.disabled_at is null and u.id <> ${user.id}
    order by u.name, u.id limit 5`)

/** Those who follow somebody's learning, or are the champion of their department. */
function mayAnswer(scope: Scope): SQL {
  const { user, company } = scope
  const people = { ownerId: sql`r.asked_by`, departmentId: sql`r.department_id` }
  return sql`(r.asked_by <> ${user.id} and (${withinPlaces(scope, follow, people)}
    or (r.department_id = ${user.departmentId} and exists (select from core.users u
      where u.company_id = ${company.id} and u.id = ${user.id} and u.champion_since is not null))))`
}

/** The questions somebody may see, as a query to go on with. */
export const requestsOf = (scope: Scope) => sql`
  select r.id, r.created_at as "askedAt", u.name as asker, d.name as department, r.path, r.question,
    r.answer, a.name as answerer, r.answered_at as "answeredAt", r.asked_by = ${scope.user.id} as mine,
    ${mayAnswer(scope)} as "mayAnswer"
  from training.help_requests r
  join core.users u on u.company_id = r.company_id and u.id = r.asked_by
  left join core.users a on a.company_id = r.company_id and a.id = r.answered_by
  left join core.departments d on d.company_id = r.company_id and d.id = r.department_id
  where r.company_id = ${scope.company.id} and (r.asked_by = ${scope.user.id} or ${mayAnswer(scope)})`

/** One's own questions and those one may answer: the open ones first, then the latest; two hundred. */
export const readRequests = (scope: Scope): Promise<HelpRequest[]> =>
  scope.db.execute<HelpRequest>(sql`
    ${requestsOf(scope)} order by r.answered_at is not null, r.id desc limit 200`)

/** One of them. @throws Refusal 404 */
export async function readRequest(scope: Scope, id: string): Promise<HelpRequest> {
  const [request] = await scope.db.execute<HelpRequest>(sql`${requestsOf(scope)} and r.id = ${id}`)
  if (!request) throw notFound()
  return request
}

/** Asks the champions, or where there are none those who teach. @returns the question's id */
export async function ask(scope: Scope, path: string, question: string): Promise<string> {
  const id = newId()
  const { departmentId } = scope.user
  await insertMany(scope, helpRequests, [
    { id, askedBy: scope.user.id, departmentId, path, question },
  ])
  await recordAudit(scope, {
    ...{ action: 'created', object: requestObject, recordId: id },
    after: { path, question },
  })
  const champions = await readChampions(scope)
  const people = champions.length > 0 ? champions : await readTrainers(scope)
  const about = { object: requestObject, recordId: id }
  await notify(
    scope,
    people.map((one) => one.id),
    'training.help-asked',
    about,
    { question },
  )
  return id
}

/** Answers a question once. @returns false when somebody did meanwhile */
export async function answerRequest(
  scope: Scope,
  { id }: HelpRequest,
  answer: string,
): Promise<boolean> {
  const [answered] = await scope.db.execute<{ askedBy: string }>(sql`
    update training.help_requests set answer = ${answer}, answered_by = ${scope.user.id},
      answered_at = ${scope.now().toISOString()}, version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and answered_at is null
    returning asked_by as "askedBy"`)
  if (!answered) return false
  await recordAudit(scope, {
    ...{ action: 'answered', object: requestObject, recordId: id },
    after: { answer },
  })
  const about = { object: requestObject, recordId: id }
  await notify(scope, [answered.askedBy], 'training.help-answered', about, { answer })
  return true
}
