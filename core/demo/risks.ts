import { sql } from 'drizzle-orm'
import { requestRegister } from '../../flags/needs/register.ts'
import { decide } from '../../flags/needs/requests.ts'
import { addEntry } from '../../flags/register/register.ts'
import { busyRegister } from '../../flags/risks/busy.ts'
import { addDefaults, readRisks } from '../../flags/risks/risks.ts'
import { keepCheck } from '../../flags/vendors/checking.ts'
import { clauses } from '../../flags/vendors/clauses.ts'
import { noteNotice } from '../../flags/vendors/notices.ts'
import { readContracts, readIncidents } from '../../flags/vendors/reading.ts'
import { contractRegister, incidentRegister } from '../../flags/vendors/registers.ts'
import type { Scope } from '../scope.ts'

const dayFrom = (scope: Scope, days: number): string =>
  new Date(scope.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

export const hasRisks = async (scope: Scope): Promise<boolean> =>
  (await readRisks(scope)).length > 0

/** The usual risks, of which some have come in the fifth week, with somebody who looks after them. */
export async function openRisks(scope: Scope): Promise<void> {
  await addDefaults(scope)
  for (const [code, pRes, iRes, due] of [
    ['private-lists', 3, 3, 14],
    ['dirty-data', 2, 4, 10],
    ['needs-change', 3, 2, 21],
  ] as const)
    await scope.db.execute(sql`
      update flags.risks set state = 'open', p_res = ${pRes}, i_res = ${iRes},
        owner_id = ${scope.user.id}, due_on = ${dayFrom(scope, due)},
        review_on = ${dayFrom(scope, due - 7)}
      where company_id = ${scope.company.id} and code = ${code}`)
}

export const hasContracts = async (scope: Scope): Promise<boolean> =>
  (await readContracts(scope)).length > 0

/** What is not agreed yet with the host of the demo. */
const gaps: Record<string, 'partly' | 'missing'> = {
  ...{ B6: 'missing', C3: 'missing', E3: 'partly', E4: 'missing', F2: 'partly', F8: 'missing' },
}

/** A host whose contract lacks something, and a sender of messages; both are made up. */
export async function signContracts(scope: Scope): Promise<void> {
  const host = await addEntry(scope, contractRegister, {
    ...{ vendor: '海纳云（演示用虚构公司）', role: 'hosting', personalData: true },
    ...{ startsOn: dayFrom(scope, -40), endsOn: dayFrom(scope, 325), noticeDays: 60 },
    ...{ renewal: 'auto', incidentHours: 4, dataLocation: '杭州', sla: '99.9%' },
    ...{ document: '托管合同 演示-2026-01', attestedUntil: dayFrom(scope, 200) },
    ...{ exitTestedOn: dayFrom(scope, -20), ownerId: scope.user.id },
  })
  for (const [at, { item }] of clauses.entries()) {
    const state = gaps[item] ?? 'agreed'
    const clause = state === 'missing' ? null : `第 ${at + 1} 条`
    await keepCheck(scope, host, item, { state, clause, page: null, note: null })
  }
  await addEntry(scope, contractRegister, {
    ...{ vendor: '信达短信（演示用虚构公司）', role: 'messaging', personalData: false },
    ...{ startsOn: dayFrom(scope, -300), endsOn: dayFrom(scope, 65), noticeDays: 45 },
    ...{ renewal: 'auto', incidentHours: 24, document: '短信服务协议 演示-07' },
  })
}

export const hasIncidents = async (scope: Scope): Promise<boolean> =>
  (await readIncidents(scope)).length > 0

/** Something that happened and is settled, told in time; and a season in which nobody has time. */
export async function reportIncident(scope: Scope): Promise<void> {
  const at = (days: number) => new Date(scope.now().getTime() + days * 86_400_000)
  const detectedAt = at(-12)
  const incident = await addEntry(scope, incidentRegister, {
    ...{ title: '外勤手机遗失，已远程锁定（演示用虚构）', kind: 'loss', detectedAt, people: 6 },
    ...{ vendorAwareAt: null, contractId: null, personalData: true, serious: false },
    ...{ european: false, actions: '当天停用账号、远程抹除，逐一告知相关客户', closedAt: at(-10) },
  })
  const then: Scope = { ...scope, now: () => detectedAt }
  await noteNotice(then, incident, 'authority', '已向主管部门报告（演示用虚构）')
  await noteNotice(then, incident, 'people', '已电话告知六位联系人（演示用虚构）')
  await addEntry(scope, busyRegister, {
    ...{
      name: '春节前盘点（演示用虚构）',
      startsOn: dayFrom(scope, 60),
      endsOn: dayFrom(scope, 70),
    },
  })
}

export const hasRequests = async ({ db, company }: Scope): Promise<boolean> =>
  (await db.execute(sql`select from flags.change_requests where company_id = ${company.id}`))
    .length > 0

/** What people have asked for besides the plan. */
export async function askForMore(scope: Scope): Promise<void> {
  const add = (need: string, benefit: string, cost: number, stage: string) =>
    addEntry(scope, requestRegister, { need, benefit, cost, stage, effortHours: 12 })
  const report = await add('客户名片扫描录入', '外勤当场录入，少打字', 240_000, 'S2')
  await decide(
    scope,
    report,
    { outcome: 'approved', reason: '试点前做完，外勤马上受益', displaces: null },
    false,
  )
  await add('与考勤系统打通', '外勤打卡与拜访对应', 1_800_000, 'S3')
}
