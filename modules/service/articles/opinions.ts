import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { articleOpinions } from './schema.ts'

export type Helped = 'yes' | 'no'

export type Opinions = {
  helped: number
  others: number
  /** What people wrote lately, newest first; `name` is null for customers. */
  comments: { comment: string; helped: Helped; at: Date; name: string | null }[]
}

/** Notes whether the version that is out helped; of one colleague the last word counts. */
export async function noteOpinion(
  scope: Scope,
  article: { id: string; number: number },
  opinion: { helped: Helped; comment: string },
): Promise<void> {
  await scope.db.execute(sql`
    insert into ${articleOpinions} (company_id, id, article_id, number, helped, comment, user_id, at)
    values (${scope.company.id}, ${newId()}, ${article.id}, ${article.number}, ${opinion.helped},
      ${opinion.comment}, ${scope.actorId}, ${scope.now().toISOString()})
    on conflict (company_id, article_id, number, user_id)
      do update set helped = excluded.helped, comment = excluded.comment, at = excluded.at`)
}

/** What readers say of an article, all its versions together. The caller has made sure it may be seen. */
export async function readOpinions(scope: Scope, id: string): Promise<Opinions> {
  const [row] = await scope.db.execute<Opinions>(sql`
    with said as (select * from ${articleOpinions} o
      where o.company_id = ${scope.company.id} and o.article_id = ${id})
    select (select count(*)::int from said where helped = 'yes') as helped,
      (select count(*)::int from said where helped = 'no') as others,
      coalesce((select json_agg(c) from (
        select comment, helped, at, (select u.name from core.users u
          where u.company_id = said.company_id and u.id = said.user_id) as name
        from said where comment <> '' order by at desc, id limit 10) c), '[]') as comments`)
  if (!row) return { helped: 0, others: 0, comments: [] }
  return { ...row, comments: row.comments.map((one) => ({ ...one, at: new Date(one.at) })) }
}
