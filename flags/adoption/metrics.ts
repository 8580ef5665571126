import { readDepartments, withBelow } from '../../core/access/department-tree.ts'
import { readMembers } from '../../core/access/members.ts'
import { isAside } from '../../core/adoption/declared.ts'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import { insufficient, type Metric, ok, type Reading, type Where } from '../evidence/metric.ts'
import { formulaVersion, groupOf } from './formula.ts'
import { windowDays } from './measuring.ts'
import { fewest, type PersonIndex, readLatest } from './reading.ts'
import { readWork } from './work.ts'

/** Whose index was measured last, in a part of the company; undefined before the first time. */
async function readPeople(
  scope: Scope,
  { department, module = '' }: Where,
): Promise<readonly PersonIndex[] | undefined> {
  const latest = await readLatest(scope, module)
  if (!latest || !department) return latest?.people
  const inside = withBelow(await readDepartments(scope), department)
  return latest.people.filter(
    ({ departmentId }) => departmentId !== null && inside.includes(departmentId),
  )
}

/** Too few people are not told of, as on the pages (R17); nobody measured is no evidence. */
const told = (
  people: readonly PersonIndex[] | undefined,
  tell: (group: ReturnType<typeof groupOf>) => Reading,
): Reading => {
  if (!people || people.length === 0) return insufficient
  return people.length < fewest ? { state: 'suppressed' } : tell(groupOf(people))
}

async function readFrequency(
  scope: Scope,
  { department }: Where,
  { registry: { modules } }: Running,
): Promise<Reading> {
  const inside = department && withBelow(await readDepartments(scope), department)
  const people = (await readMembers(scope)).filter(
    (member) =>
      (!inside || (member.departmentId !== null && inside.includes(member.departmentId))) &&
      modules.some(({ id }) => scope.modules.of(member).state(id) !== 'off'),
  )
  if (people.length === 0) return insufficient
  if (people.length < fewest) return { state: 'suppressed' }
  const to = scope.now()
  const from = new Date(to.getTime() - windowDays * 86_400_000)
  const ids = new Set(people.map(({ id }) => id))
  const common = modules.filter((module) => !isAside(module))
  const work = (await readWork(scope, common, { from, to })).filter(({ person }) => ids.has(person))
  const records = work.reduce((sum, one) => sum + one.records, 0)
  return ok(((records / people.length) * 30) / windowDays, people.length)
}

/** How people take to the product, for gates and for the overview. */
export const adoptionMetrics: readonly Metric[] = [
  {
    code: 'adoption.index',
    title: { en: 'Adoption index', 'zh-CN': '采用度指数' },
    unit: 'index',
    direction: 'up',
    byDepartment: true,
    version: formulaVersion,
    about: {
      en: 'Mean over all who have a module for two weeks and more, by real work of the last four weeks; whoever does nothing counts as 0. As last measured.',
      'zh-CN':
        '模块开放满两周的人员的平均值，依据最近四周的实际工作；没有使用的人按 0 计。以最近一次评估为准。',
    },
    read: async (scope, where) =>
      told(await readPeople(scope, where), ({ value, people, p10, p90 }) =>
        value === null ? insufficient : ok(value, people, { p10, p90 }),
      ),
  },
  {
    code: 'adoption.adopters',
    title: { en: 'Adopters', 'zh-CN': '已用起来的人' },
    unit: 'percent',
    direction: 'up',
    byDepartment: true,
    version: formulaVersion,
    about: {
      en: 'Share of people whose adoption index is 60 or more.',
      'zh-CN': '采用度指数达到 60 的人员占比。',
    },
    read: async (scope, where) =>
      told(await readPeople(scope, where), ({ adopters, people }) =>
        adopters === null ? insufficient : ok(100 * adopters, people),
      ),
  },
  {
    code: 'adoption.frequency',
    title: { en: 'Records worked on per person and month', 'zh-CN': '每人每月处理的记录数' },
    unit: 'count',
    direction: 'up',
    byDepartment: true,
    about: {
      en: 'Records that people who have a module really worked on in the last four weeks, by person; as a month of thirty days.',
      'zh-CN': '最近四周，能用模块的人员实际处理过的记录数 ÷ 人数，按 30 天折算。',
    },
    read: readFrequency,
  },
  {
    code: 'adoption.observed',
    title: { en: 'Pilot users observed', 'zh-CN': '试点用户观察覆盖率' },
    unit: 'percent',
    direction: 'up',
    about: {
      en: 'Share of those who have a module that the adoption index could be measured of.',
      'zh-CN': '能用任一模块的人员中，已能评估采用度的占比。',
    },
    read: async (scope, _, { registry }) => {
      const latest = await readLatest(scope, '')
      if (!latest) return insufficient
      const users = (await readMembers(scope)).filter((member) =>
        registry.modules.some(({ id }) => scope.modules.of(member).state(id) !== 'off'),
      )
      if (users.length === 0) return insufficient
      const measured = new Set(latest.people.map(({ id }) => id))
      const seen = users.filter(({ id }) => measured.has(id)).length
      return ok((100 * seen) / users.length, users.length)
    },
  },
]
