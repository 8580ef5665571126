import type { DepartmentName } from '../../../core/access/directory.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { parseText } from '../../../core/values/text.ts'
import { hideable } from './kinds.ts'
import { poolText } from './messages.ts'
import type { LevelDays, Pool, PoolInput } from './pools.ts'

/** The fields that hold a number, each with the least and the most it may be. */
export const numbers = {
  followDays: [1, 3_650],
  dealDays: [1, 3_650],
  warnDays: [0, 60],
  dailyLimit: [1, 10_000],
  cooldownDays: [1, 3_650],
  delayDays: [1, 365],
  personCap: [1, 100_000],
  departmentCap: [1, 1_000_000],
} as const

export type NumberField = keyof typeof numbers

/** Reads a pool's form. */
export function readPoolForm(
  scope: Scope,
  raw: Raw,
  all: (name: string) => string[],
  departments: readonly DepartmentName[],
): { input: PoolInput; errors: Errors } {
  const t = poolText(scope.locale).setup
  const fields = new Fields(raw, scope.locale)
  const whole = (name: NumberField) => {
    const [least, most] = numbers[name]
    return fields.may(name, (text) => parseWhole(text, { least, most }))
  }
  const department = departments.find(({ id }) => id === raw.department)
  if (!department) fields.refuse('department', t.departmentMissing)
  const input: PoolInput = {
    name: fields.need('name', t.name, (text) => parseText(text, { most: 40 }), ''),
    departmentId: department?.id ?? '',
    followDays: whole('followDays'),
    dealDays: whole('dealDays'),
    warnDays: whole('warnDays') ?? 0,
    workingDays: raw.workingDays === '1',
    dailyLimit: whole('dailyLimit'),
    cooldownDays: whole('cooldownDays'),
    delayDays: whole('delayDays'),
    personCap: whole('personCap'),
    departmentCap: whole('departmentCap'),
    hidden: hideable.filter((name) => all('hidden').includes(name)),
    levels: readLevels(raw.levels ?? '', (line) => fields.refuse('levels', t.levelsWrong(line))),
  }
  return { input, errors: fields.errors }
}

/** Levels line by line: the level, and one or two numbers of days, with a dash for never. */
function readLevels(text: string, refuse: (line: string) => void): LevelDays[] {
  const days = (word: string | undefined) => (!word || /^[-–—]$/.test(word) ? null : Number(word))
  const byLevel = new Map<string, LevelDays>()
  for (const line of text.normalize('NFKC').split('\n').slice(0, 50)) {
    if (line.trim() === '') continue
    const [, level, follow, deal] =
      /^\s*(\S{1,40})[\s,，:：]+([-–—]|\d{1,4})(?:[\s,，/]+([-–—]|\d{1,4}))?\s*$/.exec(line) ?? []
    if (!level || days(follow) === 0 || days(deal) === 0) refuse(line.trim().slice(0, 60))
    else byLevel.set(level, { level, followDays: days(follow), dealDays: days(deal) })
  }
  return [...byLevel.values()]
}

const written = (days: number | null) => (days === null ? '-' : String(days))

/** A pool as its form shows it. */
export const rawPool = (pool: Pool): Raw => ({
  name: pool.name,
  department: pool.departmentId,
  workingDays: pool.workingDays ? '1' : '',
  levels: pool.levels
    .map(
      ({ level, followDays, dealDays }) => `${level} ${written(followDays)} ${written(dealDays)}`,
    )
    .join('\n'),
  ...Object.fromEntries(
    Object.keys(numbers).map((name) => [name, String(pool[name as NumberField] ?? '')]),
  ),
})
