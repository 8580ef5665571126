import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { DealValues } from '../../../modules/sales/deals/deal-fields.ts'
import { createDeal, type DealInput } from '../../../modules/sales/deals/deals.ts'
import { readPipelines } from '../../../modules/sales/pipelines/reading.ts'
import type { Stage } from '../../../modules/sales/pipelines/stages.ts'

const nothing: DealValues = {
  ...{ name: 'A deal', amount: null, closesOn: null, startedOn: null, category: null },
  ...{ source: null, reference: null, seller: null, about: null },
}

/** The usual stage of a key: prospecting, engaging, proposal, negotiation, won, lost. */
export async function stageOf(scope: Scope, key: string): Promise<Stage> {
  const found = (await readPipelines(scope))
    .flatMap(({ stages }) => stages)
    .find((one) => one.key === key)
  if (!found) throw new Error(`There is no stage "${key}".`)
  return found
}

/** A deal as its form would make it. @param stage key of the usual stage it begins in */
export async function makeDeal(
  scope: Scope,
  registry: Registry,
  values: Partial<DealValues> & Partial<Omit<DealInput, 'values'>> & { stage?: string },
): Promise<string> {
  const { accountId = null, personId = null, stage = 'prospecting', ...given } = values
  const input = { values: { ...nothing, ...given }, accountId, personId }
  return createDeal(scope, registry, input, await stageOf(scope, stage))
}
