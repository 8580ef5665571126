import { sql } from 'drizzle-orm'
import { today } from '../../core/calendar/reading.ts'
import { notify } from '../../core/notify/notify.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { addEntry } from '../register/register.ts'
import { riskObject } from '../risks/risks.ts'
import { risks } from '../risks/schema.ts'
import { whoRun } from '../risks/watching.ts'
import { alarmDay, noticeDay } from './formula.ts'
import { vendorText } from './messages.ts'
import { readContracts } from './reading.ts'

/**
 * Reminds whoever looks after a contract thirty days before notice must be given, once for each end
 * it has; a contract whose end is moved reminds again.
 */
export async function alarmContracts(scope: Scope): Promise<void> {
  const day = today(scope)
  for (const contract of await readContracts(scope)) {
    const { id, endsOn, noticeDays, vendor, ownerId, alarmedFor } = contract
    const from = alarmDay(endsOn, noticeDays)
    if (!from || !endsOn || day < from || day > endsOn || alarmedFor === endsOn) continue
    await scope.db.execute(sql`
      update flags.vendor_contracts set alarmed_for = ${endsOn}
      where company_id = ${scope.company.id} and id = ${id}`)
    const told = ownerId ? [ownerId] : await whoRun(scope)
    const data = { vendor, notice: noticeDay(endsOn, noticeDays) }
    await notify(scope, told, 'rollout.notice-day', { recordId: id }, data)
  }
}

/** A changed price, sub-processor or place of the data opens a risk by itself (rule R24). */
export async function alarmChange(scope: Scope, review: string): Promise<void> {
  const [row] = await scope.db.execute<{ vendor: string; what: string[] }>(sql`
    select c.vendor, array_remove(array[case when r.price_changed then 'price' end,
      case when r.subprocessors_changed then 'subprocessors' end,
      case when r.location_changed then 'location' end], null) as what
    from flags.vendor_reviews r
    join flags.vendor_contracts c on c.company_id = r.company_id and c.id = r.contract_id
    where r.company_id = ${scope.company.id} and r.id = ${review}`)
  if (!row || row.what.length === 0) return
  const t = vendorText(scope.company.locale).changed
  const said = row.what.map((what) => t[what as 'price' | 'subprocessors' | 'location'])
  const title = t.risk(row.vendor, said.join(t.and))
  const [known] = await scope.db.execute(sql`
    select from flags.risks where company_id = ${scope.company.id} and title = ${title}
      and state = 'open' and archived_at is null`)
  if (known) return
  const owner = { ownerId: scope.actorId, dueOn: inTwoWeeks(scope) }
  const values = { title, category: 'vendor', state: 'open', p: 3, i: 3, ...owner }
  const id = await addEntry(scope, { object: riskObject, table: risks }, values)
  await recordAudit(scope, {
    action: 'triggered',
    object: riskObject,
    recordId: id,
    reason: row.what.join(', '),
  })
}

const inTwoWeeks = (scope: Scope): string =>
  new Date(Date.parse(today(scope)) + 14 * 86_400_000).toISOString().slice(0, 10)
