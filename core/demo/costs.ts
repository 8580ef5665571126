import { sql } from 'drizzle-orm'
import { actualRegister } from '../../flags/cost/actual-register.ts'
import { chooseOffer } from '../../flags/cost/offers.ts'
import { approveEnvelope, keepPlan, monthDay, readPlan } from '../../flags/cost/plan.ts'
import { headcountRegister, lineRegister, offerRegister } from '../../flags/cost/registers.ts'
import { addEntry } from '../../flags/register/register.ts'
import type { Scope } from '../scope.ts'

export async function hasCosts(scope: Scope): Promise<boolean> {
  return (await readPlan(scope)).id !== null
}

const cny = (yuan: number): number => Math.round(yuan * 100)

const line = (
  name: string,
  subcategory: string,
  category: string,
  kind: string,
  likely: number,
) => ({
  ...{ name, subcategory, category, kind, likely: cny(likely) },
  ...{ low: cny(likely * 0.85), high: cny(likely * 1.4), nature: 'work', inQuote: false },
  ...{ fromMonth: 1, toMonth: null as number | null, stage: null as string | null },
})

const lines = [
  {
    ...line('软件订阅（按用户）', '许可费', 'acquisition', 'usage', 60),
    ...{ low: cny(60), high: cny(60), nature: 'licence', inQuote: true, offer: '租用云服务' },
  },
  {
    ...line('服务器与备份设备', '实施配置', 'acquisition', 'one_off', 38_000),
    ...{ inQuote: true, offer: '自建机房' },
  },
  { ...line('机房电费与值守', '系统管理', 'maintenance', 'recurring', 2_600), offer: '自建机房' },
  { ...line('实施配置', '实施配置', 'acquisition', 'one_off', 40_000), inQuote: true, stage: 'S2' },
  { ...line('旧客户资料整理', '数据整理', 'staff', 'one_off', 25_000), stage: 'S2' },
  { ...line('全员培训工时', '培训工时', 'staff', 'one_off', 32_000), stage: 'S1' },
  { ...line('推行负责人与骨干', '推行负责人', 'coordination', 'recurring', 3_100), toMonth: 12 },
  { ...line('试点陪跑', '会议', 'coordination', 'one_off', 6_000), fromMonth: 2, stage: 'S3' },
  line('系统管理', '系统管理', 'maintenance', 'recurring', 1_800),
  { ...line('财务系统对接', '系统集成', 'maintenance', 'recurring', 500), fromMonth: 6 },
  line('备份与安全', '备份与安全', 'maintenance', 'recurring', 300),
  {
    ...line('退出预备金', '退出', 'maintenance', 'one_off', 8_000),
    ...{ nature: 'exit', fromMonth: 36 },
  },
]

/** What was booked, by the name of a line: months of the plan, amounts or hours. */
const booked: readonly (readonly [string, number, number | null, string | null, string])[] = [
  ['实施配置', 1, 43_500, null, '发票 演示-0101'],
  ['旧客户资料整理', 1, null, '186', '工时单 演示-01'],
  ['全员培训工时', 1, null, '312', '签到表 演示-01'],
  ['推行负责人与骨干', 1, 3_400, null, '工资分摊 演示-01'],
  ['系统管理', 1, 1_800, null, '工资分摊 演示-01'],
  ['试点陪跑', 2, 2_900, null, '会议纪要 演示-02'],
]

const loadedRate = cny(85)

/** The costs of a firm of fifteen in the fifth week of its rollout. */
export async function planCosts(scope: Scope): Promise<void> {
  const begun = new Date(scope.now().getTime() - 35 * 86_400_000)
  await keepPlan({ ...scope, now: () => begun })
  await scope.db.execute(sql`
    update flags.cost_plans set loaded_rate = ${loadedRate}, discount_percent = 5, dip_people = 6,
      dip_percent = 20, dip_weeks = 3, weekly_cost = ${cny(1_900)}
    where company_id = ${scope.company.id}`)
  const offers = new Map<string, string>()
  for (const [name, kind, note] of [
    ['租用云服务', 'rent', '报价只写了订阅费（演示用虚构报价）'],
    ['自建机房', 'own', '自己的人值守（演示用虚构报价）'],
  ] as const)
    offers.set(name, await addEntry(scope, offerRegister, { name, kind, note }))
  await chooseOffer(scope, { id: offers.get('租用云服务') ?? '', name: '租用云服务' })
  const ids = new Map<string, string>()
  for (const one of lines) {
    const { offer, ...values } = { offer: '', ...one }
    const kept = { ...values, offerId: offers.get(offer) ?? null }
    ids.set(one.name, await addEntry(scope, lineRegister, kept))
  }
  for (const [fromMonth, users] of [
    [1, 4],
    [3, 9],
    [6, 14],
  ])
    await addEntry(scope, headcountRegister, { fromMonth, users, adoptersPercent: 70 })
  await book(scope, ids)
}

export const hasBudget = async (scope: Scope): Promise<boolean> =>
  (await readPlan(scope)).envelope !== null

export const approveBudget = (scope: Scope): Promise<void> => approveEnvelope(scope, cny(400_000))

async function book(scope: Scope, ids: ReadonlyMap<string, string>): Promise<void> {
  const { startsOn } = await readPlan(scope)
  for (const [name, month, yuan, hours, document] of booked)
    await addEntry(scope, actualRegister, {
      ...{ lineId: ids.get(name), month: monthDay(startsOn, month), hours, document },
      amount: hours === null ? cny(yuan ?? 0) : Math.round(Number(hours) * loadedRate),
      rate: hours === null ? null : loadedRate,
    })
}
