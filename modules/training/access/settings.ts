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
}

/** How a company wants its training. */
export async function readSettings({ db, company }: Scope): Promise<Settings> {
  const [row] = await db.execute<Settings>(sql`
    select case when follows_since is not null then true when follows_off then false end as follows,
      second_reviewer as "secondReviewer"
    from training.settings where company_id = ${company.id}`)
  return row ?? { follows: null, secondReviewer: false }
}

/** Changes the settings; who may write is decided anew at once. */
export async function saveSettings(
  scope: Scope,
  { follows, secondReviewer }: { follows: boolean; secondReviewer: boolean },
): Promise<void> {
  const before = await readSettings(scope)
  if (before.follows === follows && before.secondReviewer === secondReviewer) return
  const since = follows ? scope.now().toISOString() : null
  await scope.db.execute(sql`
    insert into training.settings as s (company_id, follows_since, follows_by, follows_off,
      second_reviewer)
    values (${scope.company.id}, ${since}, ${scope.actorId}, ${!follows}, ${secondReviewer})
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
