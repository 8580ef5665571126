import type { FeatureInterface } from 'unleash-client/lib/feature.js'
import { Operator, type StrategyTransportInterface } from 'unleash-client/lib/strategy/strategy.js'
import { listed } from './context.ts'
import type { Audience, Department, Kill, Subject, Variant } from './snapshot.ts'

/** What one row of an audience put into the strategy it became part of. */
export type Part = { audience: Audience; values: string[] }

/** A module's flag as Unleash reads it; `parts[i]` are the rows behind its strategy i. */
export type ModuleFlag = {
  feature: FeatureInterface
  parts: Part[][]
  kill: Kill | undefined
}

/** Where a kind of subject is looked for. What has no field is open to anybody its share reaches. */
const fields: Record<Subject['kind'], { contextName: string; operator: Operator } | undefined> = {
  everyone: undefined,
  department: { contextName: 'department', operator: Operator.IN },
  role: { contextName: 'roles', operator: Operator.STR_CONTAINS },
  person: { contextName: 'userId', operator: Operator.IN },
  percentage: undefined,
}

/** The first strategy that fits decides, so whoever may write by one row is not held to read by another. */
const order: readonly Variant[] = ['write', 'read']

export const moduleFlag = (module: string): `module.${string}` => `module.${module}`

/**
 * The one function from the rows of an audience to the Unleash feature of a module: at most one
 * strategy per kind of subject and variant. An enabled feature without strategies is on for
 * everybody, so an empty audience is a disabled one; so is a killed module.
 * @param parent the module this one cannot be on without
 */
export function compileModule(
  module: string,
  parent: string | undefined,
  audiences: readonly Audience[],
  kill: Kill | undefined,
  departments: readonly Department[],
): ModuleFlag {
  const flag = moduleFlag(module)
  const strategies: StrategyTransportInterface[] = []
  const parts: Part[][] = []
  for (const variant of order)
    for (const kind of Object.keys(fields) as Subject['kind'][]) {
      const rows = audiences
        .filter((row) => row.kind === kind && row.variant === variant)
        .map((audience) => ({ audience, values: valuesOf(audience, departments) }))
      if (rows.length === 0) continue
      strategies.push(strategyOf(flag, kind, variant, rows))
      parts.push(rows)
    }
  const feature: FeatureInterface = {
    name: flag,
    type: 'release',
    enabled: strategies.length > 0 && !kill,
    strategies,
    variants: [],
    dependencies: parent ? [{ feature: moduleFlag(parent) }] : [],
  }
  return { feature, parts, kill }
}

/** The values a row asks its field for: a department stands for itself and all below it. */
function valuesOf(subject: Subject, departments: readonly Department[]): string[] {
  switch (subject.kind) {
    case 'department':
      return keysBelow(subject.department, departments)
    case 'role':
      return [listed([subject.role])]
    case 'person':
      return [subject.person]
    default:
      return []
  }
}

function keysBelow(top: string, departments: readonly Department[]): string[] {
  const found = departments.filter((department) => department.id === top)
  for (const { id } of found)
    for (const department of departments)
      if (department.parent === id && !found.includes(department)) found.push(department)
  return found.map((department) => department.key)
}

/**
 * Percentages are drawn over the person's id and the flag's name, which must never change:
 * otherwise every percentage would find other people, or all of them the same.
 */
function strategyOf(
  flag: string,
  kind: Subject['kind'],
  variant: Variant,
  rows: Part[],
): StrategyTransportInterface {
  const field = fields[kind]
  const [{ audience }] = rows as [Part]
  const share = audience.kind === 'percentage' ? audience.percentage : 100
  const values = [...new Set(rows.flatMap((row) => row.values))]
  return {
    name: 'flexibleRollout',
    parameters: { groupId: flag, rollout: String(share), stickiness: 'userId' },
    constraints: field ? [{ ...field, values, inverted: false, caseInsensitive: false }] : [],
    variants: variant === 'read' ? [{ name: 'read', weight: 1000, stickiness: 'userId' }] : [],
  }
}
