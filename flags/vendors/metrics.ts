import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import { insufficient, type Metric, ok, yes } from '../evidence/metric.ts'
import { completeness } from './formula.ts'
import { foundOf, readChecks, readContracts } from './reading.ts'

/** Contracts about customers' data, each with how complete it is. */
async function judged(scope: Scope) {
  const [contracts, checks] = await Promise.all([readContracts(scope), readChecks(scope)])
  return contracts
    .filter(({ personalData }) => personalData)
    .map((contract) => completeness(foundOf(checks, contract)))
}

export const vendorMetrics: readonly Metric[] = [
  {
    code: 'contract.mandatory',
    title: { en: 'Mandatory clauses of the contract agreed', 'zh-CN': '合同必备条款已约定' },
    unit: 'yes',
    direction: 'up',
    kind: 'legal',
    about: {
      en: 'Every mandatory clause of every contract about customers’ data is agreed, with the clause named and the document at hand.',
      'zh-CN': '凡处理客户个人信息的合同，必备条款都已约定，并注明条款号和合同文件。',
    },
    read: async (scope) => {
      const all = await judged(scope)
      return all.length === 0 ? insufficient : yes(all.every(({ open }) => open.length === 0))
    },
  },
  {
    code: 'contract.completeness',
    title: { en: 'Completeness of the contract', 'zh-CN': '合同条款完整度' },
    unit: 'percent',
    direction: 'up',
    about: {
      en: 'The 35 clauses by their weight, of the contract that is the least complete.',
      'zh-CN': '35 项条款按权重计算，取最不完整的那份合同。',
    },
    read: async (scope) => {
      const shares = (await judged(scope)).flatMap(({ share }) => share ?? [])
      return shares.length === 0 ? insufficient : ok(100 * Math.min(...shares), shares.length)
    },
  },
  {
    code: 'security.incidents',
    title: { en: 'No critical incident open', 'zh-CN': '没有未了结的重大事件' },
    unit: 'yes',
    direction: 'up',
    kind: 'security',
    about: {
      en: 'No incident with personal data, and none graded serious, is unsettled.',
      'zh-CN': '没有尚未了结的涉及个人信息或定级较大及以上的事件。',
    },
    read: async ({ db, company }) => {
      const open = await db.execute(sql`
        select from flags.incidents where company_id = ${company.id} and archived_at is null
          and closed_at is null and (personal_data or serious) limit 1`)
      return yes(open.length === 0)
    },
  },
]
