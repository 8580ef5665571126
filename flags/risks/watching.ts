import { sql } from 'drizzle-orm'
import type { Running } from '../../core/console.ts'
import { notify } from '../../core/notify/notify.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { type Risk, readRisks, riskObject } from './risks.ts'
import { risks } from './schema.ts'
import { looksFor } from './triggers.ts'

/**
 * Looks at every trigger that something can tell of. When one comes to hold, its risk is opened, or
 * raised by one in probability if it is open already; while it goes on holding nothing more happens,
 * and a closed risk stays closed until the trigger has ceased and comes again.
 * @returns how many were opened or raised
 */
export async function watchRisks(scope: Scope, running: Running): Promise<number> {
  let fired = 0
  for (const risk of await readRisks(scope)) {
    if (!risk.trigger) continue
    const holds = await looksFor(scope, running, risk.trigger)
    if (holds === undefined || holds === (risk.firedAt !== null)) continue
    if (holds) fired += 1
    await (holds ? fire(scope, risk) : cease(scope, risk))
  }
  return fired
}

async function fire(scope: Scope, risk: Risk): Promise<void> {
  const { id, p, state, trigger } = risk
  const raised = state === 'open' ? Math.min(5, p + 1) : p
  await scope.db.execute(sql`
    update ${risks} set state = 'open', p = ${raised}, fired_at = ${scope.now().toISOString()},
      version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id}`)
  await recordAudit(scope, {
    action: 'triggered',
    object: riskObject,
    recordId: id,
    before: { state, p },
    after: { state: 'open', p: raised },
    reason: trigger ?? undefined,
  })
  const told = risk.ownerId ? [risk.ownerId] : await whoRun(scope)
  await notify(scope, told, 'rollout.risk-opened', { recordId: id }, { code: risk.code })
}

const cease = (scope: Scope, { id }: Risk) =>
  scope.db.execute(sql`
    update ${risks} set fired_at = null where company_id = ${scope.company.id} and id = ${id}`)

/** Those who run the product: the administrators. */
export async function whoRun({ db, company }: Scope): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select u.id from core.users u
    join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id and r.role = 'admin'
    where u.company_id = ${company.id} and u.disabled_at is null order by u.id limit 20`)
  return rows.map(({ id }) => id)
}
