import { sql } from 'drizzle-orm'
import type { Adoption } from '../../core/adoption/declared.ts'
import { dealKind } from './deals/kind.ts'
import { deals, stageMoves } from './deals/schema.ts'
import { lacksNextStep } from './deals/standing.ts'
import { leadDeeds } from './leads/adoption.ts'
import { paperDeeds } from './papers/adoption.ts'

/**
 * What working with deals is: adding them, moving them on, writing down what happened. Whoever sells
 * touches a deal on most working days; a move is prompt when it is noted on the day a deal closes.
 */
export const adoption: Adoption<'sales'> = {
  deeds: [
    {
      deed: 'deal',
      label: { en: 'Deals added', 'zh-CN': '新增商机' },
      object: dealKind.object,
      actions: ['created'],
    },
    {
      deed: 'deal-progress',
      label: { en: 'Deals moved or kept up to date', 'zh-CN': '推进或更新商机' },
      object: dealKind.object,
      actions: ['changed'],
    },
    {
      deed: 'deal-note',
      label: { en: 'Notes on deals', 'zh-CN': '商机备注' },
      object: dealKind.object,
      actions: ['noted'],
    },
    ...leadDeeds,
    ...paperDeeds,
  ],
  process: { deed: 'deal-progress', weekly: { member: 3, lead: 1 } },
  prompt: ({ company }, { from, to }) => sql`
    select d.owner_id as person, count(*)::int as "of",
      count(*) filter (where (m.moved_at at time zone ${company.timeZone})::date <= d.closed_on + 1)
        ::int as good
    from ${deals} d join ${stageMoves} m on m.company_id = d.company_id and m.deal_id = d.id
      and m.to_stage_id = d.stage_id
    where d.company_id = ${company.id} and d.archived_at is null and d.owner_id is not null
      and d.closed_on is not null and m.moved_at >= ${from} and m.moved_at < ${to}
    group by d.owner_id`,
  ahead: ({ company }) => sql`
    select d.owner_id as person, count(*)::int as "of",
      count(*) filter (where not ${lacksNextStep(sql`d`)})::int as good
    from ${deals} d where d.company_id = ${company.id} and d.archived_at is null
      and d.outcome = 'open' and d.owner_id is not null
    group by d.owner_id`,
}
