import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import { type Attestation, readStandingAttestations } from './attestations.ts'
import { insufficient, type Metric, ok, type Reading, type Where } from './metric.ts'

/** A reading, and who vouched for it where it did not read itself. */
export type Evidence = Reading & { attestation?: Attestation }

/** Reads figures as they are now; asked for many, it looks up once what is vouched for. */
export async function openEvidence(
  scope: Scope,
  running: Running,
): Promise<(metric: Metric, where?: Where) => Promise<Evidence>> {
  const standing = await readStandingAttestations(scope)
  const measure = measuredByModules(scope, running)
  return async (metric, where = {}) => {
    if (metric.read) return metric.read(scope, where, running)
    const measured = await measure(metric, where)
    if (measured && measured.state !== 'insufficient') return measured
    const attestation = standing(metric.code, where.department)
    if (!attestation || attestation.value === null) return measured ?? insufficient
    return { ...ok(attestation.value, attestation.n ?? undefined), attestation }
  }
}

/** Reads what a module measures, while it is on for anybody; undefined for what none does. */
function measuredByModules(scope: Scope, { registry, isOnForAnybody }: Running) {
  const declared = registry.modules.flatMap(({ id, evidence = [] }) =>
    evidence.map((one) => ({ ...one, module: id })),
  )
  return async ({ code }: Metric, where: Where): Promise<Reading | undefined> => {
    const found = declared.find((one) => one.code === code)
    if (!found || !(await isOnForAnybody(scope.company.id, found.module))) return undefined
    return found.read(scope, where, registry)
  }
}

/**
 * The lowest reading over departments (the highest where less is better), so that a large one hides
 * no small one. One department without evidence leaves the whole without. Where all of them are too
 * small to be told of, the company as a whole is read.
 */
export async function readWorst(
  read: (metric: Metric, where?: Where) => Promise<Evidence>,
  metric: Metric,
  departments: readonly string[],
): Promise<Evidence> {
  const all: Evidence[] = []
  for (const department of departments) all.push(await read(metric, { department }))
  const shown = all.filter(({ state }) => state !== 'suppressed')
  if (shown.length === 0) return all.length > 0 ? read(metric) : insufficient
  if (shown.some(({ state }) => state === 'insufficient')) return insufficient
  const sign = metric.direction === 'up' ? 1 : -1
  return shown.reduce((worst, one) =>
    sign * (one.value ?? 0) < sign * (worst.value ?? 0) ? one : worst,
  )
}
