import type { FeatureInterface } from 'unleash-client/lib/feature.js'
import { Operator, type StrategyTransportInterface } from 'unleash-client/lib/strategy/strategy.js'
import { listed } from './context.ts'
import { frozenFor, rulingRows } from './ruling.ts'
import type { Audience, Department, Kill, Subject, Variant } from './snapshot.ts'

/** What one row of an audience put into the strategy it became part of. */
export type Part = { audience: Audience; values: string[] }

/** A module's flag as Unleash reads it; `parts[i]` are the rows behind its strategy i. */
export type ModuleFlag = {
  feature: FeatureInterface
  parts: Part[][]
  kill: Kill | undefined
  /** By the key of a department: the row that rules it, and the stop it is frozen by. */
  ruling: ReadonlyMap<string, Audience>
  frozen: ReadonlyMap<string, Kill>
}

const inDepartment = { contextName: 'department', operator: Operator.IN }
const beforeThen = { contextName: 'currentTime', operator: Operator.DATE_BEFORE, values: [] }

/** Where a kind of subject is looked for. What has no field is open to anybody its share reaches. */
const fields: Record<Subject['kind'], { contextName: string; operator: Operator } | undefined> = {
  everyone: undefined,
  department: inDepartment,
  role: { contextName: 'roles', operator: Operator.STR_CONTAINS },
  person: { contextName: 'userId', operator: Operator.IN },
  percentage: undefined,
}

/** The first strategy that fits decides, so whoever may write by one row is not held to read by another. */
const order: readonly Variant[] = ['write', 'read']

export const moduleFlag = (module: string): `module.${string}` => `module.${module}`

/**
 * The one function from the cells of a module to its Unleash feature. A department is ruled by its
 * own row or the nearest above, whatever is open for everyone; people, roles and shares come in
 * besides; nothing comes into a frozen department. An enabled feature without strategies is on for
 * everybody, so a module that is open for nobody is a disabled one; so is a killed one.
 * @param parent the module this one cannot be on without
 */
export function compileModule(
  module: string,
  parent: string | undefined,
  audiences: readonly Audience[],
  kills: readonly Kill[],
  departments: readonly Department[],
): ModuleFlag {
  const flag = moduleFlag(module)
  const kill = kills.find(({ department }) => department === undefined)
  const byKey = <T>(byId: ReadonlyMap<string, T>) =>
    new Map(
      departments.flatMap(({ id, key }) => {
        const value = byId.get(id)
        return value === undefined ? [] : [[key, value] as const]
      }),
    )
  const ruling = byKey(rulingRows(audiences, departments))
  const frozen = byKey(frozenFor(kills, departments))
  const parts = groupsOf(audiences, ruling)
  const strategies = parts.map((rows) =>
    strategyOf(flag, rows, [...ruling.keys()], [...frozen.keys()]),
  )
  const feature: FeatureInterface = {
    name: flag,
    type: 'release',
    enabled: strategies.length > 0 && !kill,
    strategies,
    variants: [],
    dependencies: parent ? [{ feature: moduleFlag(parent) }] : [],
  }
  return { feature, parts, kill, ruling, frozen }
}

/** The rows that share a strategy: one per variant, kind of subject, and end of a way back. */
function groupsOf(audiences: readonly Audience[], ruling: ReadonlyMap<string, Audience>): Part[][] {
  const groups = new Map<string, Part[]>()
  for (const variant of order)
    for (const kind of Object.keys(fields) as Subject['kind'][])
      for (const audience of audiences) {
        if (audience.kind !== kind || audience.variant !== variant) continue
        if (audience.state === 'off') continue
        const name = [variant, kind, audience.until].join()
        const part = { audience, values: valuesOf(audience, ruling) }
        groups.set(name, [...(groups.get(name) ?? []), part])
      }
  return [...groups.values()]
}

/** The values a row asks its field for: a department stands for itself and those below that it rules. */
function valuesOf(subject: Audience, ruling: ReadonlyMap<string, Audience>): string[] {
  switch (subject.kind) {
    case 'department':
      return [...ruling].filter(([, row]) => row === subject).map(([key]) => key)
    case 'role':
      return [listed([subject.role])]
    case 'person':
      return [subject.person]
    default:
      return []
  }
}

/**
 * Percentages are drawn over the person's id and the flag's name, which must never change:
 * otherwise every percentage would find other people, or all of them the same.
 */
function strategyOf(
  flag: string,
  rows: readonly Part[],
  ruled: string[],
  frozen: string[],
): StrategyTransportInterface {
  const [{ audience }] = rows as [Part]
  const { kind, variant, until } = audience
  const field = fields[kind]
  // A program may ask for a department without naming anybody; a lot can only fall on somebody.
  const stickiness = kind === 'percentage' ? 'userId' : 'default'
  const share = audience.kind === 'percentage' ? audience.percentage : 100
  const values = [...new Set(rows.flatMap((row) => row.values))]
  const outside = (keys: string[]) => ({ ...inDepartment, operator: Operator.NOT_IN, values: keys })
  return {
    name: 'flexibleRollout',
    parameters: { groupId: flag, rollout: String(share), stickiness },
    constraints: [
      ...(field ? [{ ...field, values }] : []),
      ...(kind === 'everyone' && ruled.length > 0 ? [outside(ruled)] : []),
      ...(frozen.length > 0 ? [outside(frozen)] : []),
      ...(until ? [{ ...beforeThen, value: until }] : []),
    ].map((constraint) => ({ ...constraint, inverted: false, caseInsensitive: false })),
    variants: variant === 'read' ? [{ name: 'read', weight: 1000, stickiness: 'userId' }] : [],
  }
}
