import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { attest } from '../../../flags/evidence/attestations.ts'
import { metricOf } from '../../../flags/evidence/metrics.ts'
import { readCriteria } from '../../../flags/gates/criteria.ts'
import { type Decided, decideGate } from '../../../flags/gates/deciding.ts'
import type { Family } from '../../../flags/gates/gates.ts'
import { startProgramme } from '../../../flags/plan/programme.ts'
import { addEntry } from '../../../flags/register/register.ts'
import { keepCheck } from '../../../flags/vendors/checking.ts'
import { clauses } from '../../../flags/vendors/clauses.ts'
import { contractRegister } from '../../../flags/vendors/registers.ts'
import type { Firm, Office } from '../../setup/office.ts'
import { standToTheChange } from '../adkar/asking.ts'

/** Begins the rollout of a firm, with lin as its sponsor and amy as its lead. */
export const beginRollout = (firm: Firm): Promise<void> =>
  firm.inScope('amy', async (scope) => {
    await scope.db.execute(sql`
      insert into core.user_roles (company_id, user_id, role)
      values (${firm.company}, ${firm.people.lin}, 'sponsor')`)
    await startProgramme(scope, {
      ...{ sponsorId: firm.people.lin, leadId: firm.people.amy },
      ...{ startsOn: '2026-11-02', size: 10 as const },
    })
  })

/** Vouches for what a gate asks for, as far as it can be vouched for. */
export const vouchFor = (firm: Firm, family: Family, but: readonly string[] = []): Promise<void> =>
  firm.inScope('amy', async (scope) => {
    for (const { metric, target, minN, place } of await readCriteria(scope, family)) {
      if (metricOf(metric)?.read || but.includes(metric)) continue
      const about = { metric, value: target, n: minN ?? 50, heldOn: '2026-11-03', validUntil: null }
      const places = place === 'departments' ? Object.values(firm.departments) : [null]
      for (const departmentId of places)
        await attest(scope, { ...about, departmentId, document: 'Minutes', statement: '' })
    }
  })

/** The same, and asks everybody how they stand to the change where that is asked for. */
export async function prove(firm: Firm, family: Family, but?: readonly string[]): Promise<void> {
  await vouchFor(firm, family, but)
  if (family === 'G1') await firm.inScope('amy', (scope) => standToTheChange(scope))
}

export const nameChampions = (firm: Firm) =>
  firm.inScope('amy', ({ db, company }) =>
    db.execute(sql`update core.users set champion_since = now() where company_id = ${company.id}`),
  )

/** A contract about customers’ data, all of whose clauses were found. */
export const agreeContract = (firm: Firm): Promise<void> =>
  firm.inScope('amy', async (scope) => {
    const contract = await addEntry(scope, contractRegister, {
      ...{ vendor: 'Cloud of the harbour', role: 'hosting', personalData: true },
      ...{ noticeDays: 30, renewal: 'manual', incidentHours: 4, document: 'HB-2026-7' },
    })
    for (const [at, { item }] of clauses.entries())
      await keepCheck(scope, contract, item, {
        ...{ state: 'agreed', clause: `§ ${at + 1}`, page: null, note: null },
      })
  })

/** What a measuring of the customers’ data found. */
export const measured = (
  { db, company }: Scope,
  [good, of]: readonly [number, number] = [40, 40],
): Promise<unknown> => {
  const shares = { completeness: { good, of }, 'privacy.complete': { good, of } }
  return db.execute(sql`
    insert into core.quality_snapshots (company_id, id, object, taken_at, records, shares)
    values (${company.id}, ${newId()}, 'contacts.person', now(), ${of}, ${JSON.stringify(shares)})`)
}

/** Vouches for what the pilot’s score is made of, as it was before the pilot. */
const takeBaselines = (firm: Firm): Promise<void> =>
  firm.inScope('amy', async (scope) => {
    const about = { departmentId: null, value: 50, n: 50, heldOn: '2026-11-03', validUntil: null }
    for (const { metric, hard } of await readCriteria(scope, 'G3'))
      if (!hard) await attest(scope, { metric, ...about, document: 'Baseline', statement: '' })
    await scope.db.execute(sql`
      insert into flags.gate_locks (company_id, gate) values (${scope.company.id}, 'G3')
      on conflict do nothing`)
  })

/** All that the gate before a pilot asks for. */
export async function proveInfrastructure(firm: Firm): Promise<void> {
  await prove(firm, 'G2')
  await agreeContract(firm)
  await firm.inScope('amy', (scope) => measured(scope))
  await takeBaselines(firm)
}

const because =
  'The readiness survey is late because of the fair; leaders have agreed to run it next week.'

/** Lin decides to go on at a gate; at the first one against what nobody has asked yet. */
export const goOn = (
  firm: Firm,
  { app }: Office,
  gate: Family,
  second?: string,
): Promise<Decided> =>
  firm.inScope('lin', (scope) =>
    decideGate(scope, app.product, {
      ...{ gate, seen: null, outcome: 'go', reason: because, dissent: '' },
      override: {
        ...{ expiresOn: '2999-01-01', compensation: 'A survey on paper next week' },
        ...(second ? { second } : {}),
      },
    }),
  )

/** Takes a firm through idea and education, to the gate before its pilot. */
export async function passEducation(firm: Firm, office: Office): Promise<void> {
  await prove(firm, 'G0', ['readiness.closed', 'readiness.leadership'])
  await goOn(firm, office, 'G0')
  await prove(firm, 'G1')
  await nameChampions(firm)
  await goOn(firm, office, 'G1')
}
