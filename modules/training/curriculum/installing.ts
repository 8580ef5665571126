import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { announce } from '../../../core/db/changes.ts'
import { newId } from '../../../core/db/id.ts'
import { learningTopic } from '../../../core/learning/declared.ts'
import { recordAudits } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { sayIn } from '../courses/content.ts'
import { courses, courseVersions, paths, questions } from '../courses/schema.ts'
import { readCurriculum } from './files.ts'

export const courseObject = 'training.course'

/** Content is looked at again after half a year (R20). */
export const reviewDays = 182

/** Whether the default curriculum was brought in once; what was archived of it since stays so. */
export async function isInstalled({ db, company }: Scope): Promise<boolean> {
  const rows = await db.execute(sql`
    select from training.settings where company_id = ${company.id} and installed_at is not null`)
  return rows.length > 0
}

/**
 * Brings in the default curriculum: courses that are written are published at once, the others wait
 * as outlines. What a company has under the same code already stays as it is.
 * @returns how many courses were added
 */
export async function installCurriculum(scope: Scope): Promise<number> {
  const company = scope.company.id
  await scope.db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(${`curriculum ${company}`}, 0))`)
  const there = await scope.db.execute<{ code: string }>(sql`
    select code from training.courses where company_id = ${company}
    union all select code from training.paths where company_id = ${company}`)
  const known = new Set(there.map(({ code }) => code))
  const all = await readCurriculum()
  const fresh = all.courses
    .filter(({ code }) => !known.has(code))
    .map((one) => ({ ...one, id: newId(), versionId: newId() }))
  const reviewDueOn = shiftDay(today(scope), reviewDays)
  await insertMany(
    scope,
    courses,
    fresh.map(({ id, code, content, isOutline, versionId }) => ({
      ...{ id, code, name: sayIn(scope.company.locale, content.title), titles: content.title },
      ...{ draft: content, state: isOutline ? 'draft' : 'published', reviewDueOn },
      ...{ publishedId: isOutline ? null : versionId, ownerId: scope.actorId },
    })),
  )
  const written = fresh.filter(({ isOutline }) => !isOutline)
  await insertMany(
    scope,
    courseVersions,
    written.map(({ id, versionId, content }) => ({
      ...{ id: versionId, courseId: id, number: 1, content, change: 'material', again: 'new' },
      ...{ note: '', publishedAt: scope.now(), publishedBy: scope.actorId },
    })),
  )
  await insertMany(
    scope,
    questions,
    fresh.flatMap(({ id: courseId, questions }) =>
      questions.map(({ key, question }) => ({ id: newId(), courseId, key, document: question })),
    ),
  )
  await insertMany(
    scope,
    paths,
    all.paths.filter(({ code }) => !known.has(code)).map((one) => ({ id: newId(), ...one })),
  )
  await scope.db.execute(sql`
    insert into training.settings (company_id, installed_at)
    values (${company}, ${scope.now().toISOString()})
    on conflict (company_id) do update set installed_at = excluded.installed_at
      where training.settings.installed_at is null`)
  await announce(scope.db, learningTopic, company)
  await recordAudits(
    scope,
    fresh.map(({ id, code }) => ({
      ...{ action: 'installed', object: courseObject, recordId: id, after: { code } },
    })),
  )
  return fresh.length
}
