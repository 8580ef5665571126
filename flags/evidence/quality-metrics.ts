import type { Running } from '../../core/console.ts'
import { type Index, overallIndex, shareOf } from '../../core/quality/formula.ts'
import { type Measured, readQuality } from '../../core/quality/reading.ts'
import type { Scope } from '../../core/scope.ts'
import { insufficient, type Metric, ok, type Reading } from './metric.ts'

const measured = async (scope: Scope, { registry, isOnForAnybody }: Running, module?: string) =>
  (await readQuality(scope, registry, (id) => isOnForAnybody(scope.company.id, id))).filter(
    (one) => module === undefined || one.module.id === module,
  )

/** The index over what was measured; so few records that it is no finding are no evidence. */
function indexReading(all: readonly Measured[]): Reading {
  const n = all.reduce((sum, { records }) => sum + records, 0)
  const weighed = all.map(({ quality, index }) => ({ weight: quality.weight, value: index.value }))
  const value = overallIndex(weighed)
  if (value === null || n < fewest) return { ...insufficient, n }
  const parts = Object.fromEntries(
    all.map(({ quality, index }: { quality: Measured['quality']; index: Index }) => [
      quality.object,
      index.value,
    ]),
  )
  return ok(value, n, parts)
}

/** Below this an index is a number and no finding. */
const fewest = 20

/** Data are measured for the company as a whole; a department has no index of its own. */
export const qualityMetrics: readonly Metric[] = [
  {
    code: 'data.quality',
    title: { en: 'Data quality index', 'zh-CN': '数据质量指数' },
    unit: 'index',
    direction: 'up',
    about: {
      en: 'Completeness, validity, uniqueness, timeliness, consistency and accuracy, weighed by kind of record; as last measured.',
      'zh-CN':
        '完整性、有效性、唯一性、及时性、一致性、准确性，按记录种类加权；以最近一次评估为准。',
    },
    read: async (scope, { module }, running) =>
      indexReading(await measured(scope, running, module)),
  },
  {
    code: 'privacy.completeness',
    title: { en: 'Privacy on record', 'zh-CN': '隐私信息完整度' },
    unit: 'percent',
    direction: 'up',
    kind: 'legal',
    about: {
      en: 'Share of people whose lawful basis, notice date, source and retention date are on record.',
      'zh-CN': '合法性基础、告知日期、来源和保存期限登记齐全的个人信息占比。',
    },
    read: async (scope, { module }, running) => {
      const shares = (await measured(scope, running, module)).flatMap(
        ({ privacy }) => privacy ?? [],
      )
      const good = shares.reduce((sum, share) => sum + share.good, 0)
      const of = shares.reduce((sum, share) => sum + share.of, 0)
      const share = shareOf({ good, of })
      return share === null ? insufficient : ok(100 * share, of)
    },
  },
]
