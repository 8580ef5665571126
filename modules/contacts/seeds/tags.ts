import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { taggings } from '../../../core/records/schema.ts'
import type { Tag } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'

const names = {
  'zh-CN': ['重点客户', '老客户', '年度合同', '待回访', '价格敏感'],
  en: ['Key account', 'Long-standing', 'Yearly contract', 'Call back', 'Price-sensitive'],
}

/** Puts a tag on a tenth of the records, making the tags when they are new. */
export async function tagSome(
  scope: Scope,
  object: string,
  records: readonly { id: string }[],
  random: Random,
): Promise<void> {
  const wanted = names[scope.company.locale]
  const company = scope.company.id
  await scope.db.execute(sql`
    insert into core.tags (company_id, id, object, name)
    select ${company}, id, ${object}, name
    from unnest(${sql.param(wanted.map(newId))}::uuid[], ${sql.param(wanted)}::text[]) made (id, name)
    on conflict do nothing`)
  const tags = await scope.db.execute<Tag>(sql`
    select id, name from core.tags where company_id = ${company} and object = ${object}
      and name = any(${sql.param(wanted)}::text[]) order by name`)
  const tagged = records.flatMap(({ id }) =>
    random.chance(0.1) ? [{ recordId: id, tagId: random.pick(tags).id }] : [],
  )
  await insertMany(scope, taggings, tagged)
}
