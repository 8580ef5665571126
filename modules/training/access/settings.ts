import { sql } from 'drizzle-orm'
import { announce } from '../../../core/db/changes.ts'
import { learningTopic } from '../../../core/learning/declared.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'

export const settingsObject = 'training.settings'

export type Settings = {
  /** Whether write access follows learning; null where it was never decided. */
  follows: boolean | null
  secondReviewer: boolean
  /** Who decided, and since when it holds. */
  by: string | null
  since: string | null
}

/** How a company wants its training. */
export async function readSettings({ db, company }: Scope): Promise<Settings> {
  const [row] = await db.execute<Settings>(sql`
    select case when s.follows_since is not null then true when s.follows_off then false end as follows,
      s.second_reviewer as "secondReviewer", u.name as by,
      (s.follows_since at time zone ${company.timeZone})::date::text as since
    from training.settings s
    left join core.users u on u.company_id = s.company_id and u.id = s.follows_by
    where s.company_id = ${company.id}`)
  return row ?? { follows: null, secondReviewer: false, by: null, since: null }
}

/** Changes the settings; who may write is decided anew at once. */
export async function saveSettings(
  scope: Scope,
  { follows, secondReviewer }: Pick<Settings, 'follows' | 'secondReviewer'>,
): Promise<void> {
  const { by: _, since: __, ...before } = await readSettings(scope)
  if (before.follows === follows && before.secondReviewer === secondReviewer) return
  const since = follows ? scope.now().toISOString() : null
  await scope.db.execute(sql`
    insert into training.settings as s (company_id, follows_since, follows_by, follows_off,
      second_reviewer)
    values (${scope.company.id}, ${since}, ${follows === null ? null : scope.actorId},
      ${follows === false}, ${secondReviewer})
    on conflict (company_id) do update set follows_off = excluded.follows_off,
      follows_since = case when excluded.follows_since is null then null
        else coalesce(s.follows_since, excluded.follows_since) end,
      follows_by = excluded.follows_by, second_reviewer = excluded.second_reviewer`)
  await recordAudit(scope, {
    ...{ action: 'changed', object: settingsObject, recordId: scope.company.id },
    ...{ before, after: { follows, secondReviewer } },
  })
  await announce(scope.db, learningTopic, scope.company.id)
}
