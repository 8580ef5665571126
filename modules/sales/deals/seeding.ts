import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { timeline } from '../../../core/records/schema.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { foundPipelines, foundReasons } from '../pipelines/founding.ts'
import { readPipelines, readReasons } from '../pipelines/reading.ts'
import { liveStages, type Stage } from '../pipelines/stages.ts'
import { dealColumns } from './deal-record.ts'
import { dealKind } from './kind.ts'
import { noteMoves } from './moves.ts'
import { deals } from './schema.ts'
import { compactDealTallies } from './tallying.ts'

const day = 86_400_000
const subjects = {
  'zh-CN': ['设备采购', '年度维保', '产线改造', '系统升级', '备件供应', '二期扩容'],
  en: ['New equipment', 'Yearly service', 'Line rebuild', 'System upgrade', 'Spare parts'],
}

type Firm = { id: string; name: string; ownerId: string | null; departmentId: string | null }

/** Makes deals with the accounts that are there, spread over the stages and the last two years. */
export async function seedDeals(scope: Scope, count: number, random: Random): Promise<void> {
  await foundPipelines(scope)
  await foundReasons(scope)
  const [pipelines, reasons] = await Promise.all([readPipelines(scope), readReasons(scope)])
  const stages = pipelines.flatMap(liveStages)
  const firms = await scope.db.execute<Firm>(sql`
    select id, name, owner_id as "ownerId", department_id as "departmentId"
    from contacts.accounts where company_id = ${scope.company.id} and archived_at is null
    order by id limit 5000`)
  for (let left = count; left > 0; left -= 5_000) {
    const rows = Array.from({ length: Math.min(left, 5_000) }, () =>
      makeDeal(
        scope,
        random,
        random.pick(stages),
        firms.length > 0 ? random.pick(firms) : undefined,
        reasons,
      ),
    )
    await insertMany(scope, deals, rows)
    await noteMoves(
      scope,
      rows.map(({ id, stageId, stageSince, ownerId }) => ({
        ...{ dealId: id, from: null, to: stageId, at: stageSince, by: ownerId },
      })),
    )
    await insertMany(
      scope,
      timeline,
      rows.map(({ id, ownerId, createdAt }) => ({
        ...{ object: dealKind.object, recordId: id, id: newId(), at: createdAt },
        ...{ kind: 'sales.created', actorId: ownerId, data: {} },
      })),
    )
  }
  await compactDealTallies(scope)
}

function makeDeal(
  scope: Scope,
  random: Random,
  stage: Stage,
  firm: Firm | undefined,
  reasons: readonly { id: string }[],
) {
  const now = scope.now().getTime()
  const begun = now - random.below(730) * day
  const moved = begun + random.below(Math.floor((now - begun) / day) + 1) * day
  const onDay = (at: number) => new Date(at).toISOString().slice(0, 10)
  const subject = random.pick(subjects[scope.company.locale])
  const minor = (1 + random.below(400)) * 50_000
  const values = {
    name: firm ? `${firm.name} ${subject}` : subject,
    amount: random.chance(0.9) ? { minor, currency: scope.company.currency } : null,
    closesOn: onDay(now + (random.below(200) - 40) * day),
    startedOn: onDay(begun),
    ...{ category: null, source: null, reference: null, seller: null, about: null },
  }
  return {
    id: newId(),
    ...dealColumns(scope, values),
    ...{ pipelineId: stage.pipelineId, stageId: stage.id, outcome: stage.kind },
    stageSince: new Date(moved),
    accountId: firm?.id ?? null,
    closedOn: stage.kind === 'open' ? null : onDay(moved),
    lossReasonId: stage.kind === 'lost' ? random.pick(reasons).id : null,
    ownerId: firm?.ownerId ?? null,
    departmentId: firm?.departmentId ?? null,
    ...{ createdAt: new Date(begun), updatedAt: new Date(moved) },
  }
}
