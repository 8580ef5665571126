import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { refuseErrors } from '../../../core/api/invalid.ts'
import { heldOf, readPlacing } from '../../../core/api/records/placing.ts'
import { readValues } from '../../../core/api/records/values.ts'
import type { Input } from '../../../core/api/resource.ts'
import type { Errors } from '../../../core/http/form.ts'
import { inJson } from '../../../core/own-fields/json.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { accounts, people } from '../../contacts/public.ts'
import { pipelinesFor, stageAt } from '../pipelines/reading.ts'
import { viewAccounts, viewPeople } from '../rights.ts'
import { type DealValues, dealFields } from './deal-fields.ts'
import { type DealRecord, readDeal } from './deal-record.ts'
import { dealKind } from './kind.ts'
import { dealsText } from './messages.ts'
import { moveDeal } from './moving.ts'
import { sayObstacles } from './saying.ts'

/** Reads what a program wrote of a deal; what it left out stays as it was. */
export async function readInput(scope: Scope, input: Input, old?: DealRecord) {
  const { values, errors } = readValues<DealValues & OwnValues>(
    scope,
    dealKind,
    dealFields,
    input,
    old?.values,
  )
  const placing = await readPlacing(scope, input, heldOf(scope, dealKind, old), errors)
  const accountId = await readLink(scope, 'accountId', input, errors, old)
  const personId = await readLink(scope, 'personId', input, errors, old)
  return { values, accountId, personId, placing, errors }
}

/** Whom a deal is to be with, if the program's person may see them. */
async function readLink(
  scope: Scope,
  field: 'accountId' | 'personId',
  input: Input,
  errors: Errors,
  old: DealRecord | undefined,
): Promise<string | null> {
  const id = input[field] as string | null | undefined
  if (id === null) return null
  if (id === undefined || id === old?.[field]) return old?.[field] ?? null
  const [of, permission] =
    field === 'accountId' ? ([accounts, viewAccounts] as const) : ([people, viewPeople] as const)
  const found = await scope.db.execute(sql`
    select from ${of} where ${of.companyId} = ${scope.company.id} and ${of.id} = ${id}
      and ${within(scope, permission, of)}`)
  const t = dealsText(scope.locale)
  if (found.length === 0) errors[field] = field === 'accountId' ? t.accountUnknown : t.personUnknown
  return id
}

/** @throws Invalid with what stands against it */
export async function move(
  scope: Scope,
  registry: Registry,
  id: string,
  input: Input,
): Promise<void> {
  const to = stageAt(await pipelinesFor(scope), input.stageId as string)
  if (!to) return refuse({ stage: dealsText(scope.locale).stageGone })
  const deal = await readDeal(scope, id, dealKind.edit)
  const moved = await moveDeal(scope, registry, deal, to, {
    evidence: (input.evidence as string | undefined) ?? '',
    lossReasonId: (input.lossReasonId as string | null | undefined) ?? null,
    closedOn: (input.closedOn as string | null | undefined) ?? null,
    note: (input.outcomeNote as string | undefined) ?? '',
  })
  if (typeof moved !== 'string') refuse(sayObstacles(scope, moved, deal.stage, to))
}

/** What forms call a stage and a reason, programs know by their ids. @throws Invalid */
export function refuse({ stage, reason, ...errors }: Errors): void {
  refuseErrors(
    inJson({
      ...errors,
      ...(stage && { stageId: stage }),
      ...(reason && { lossReasonId: reason }),
    }),
  )
}
