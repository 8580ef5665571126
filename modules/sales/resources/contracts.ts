import { z } from 'zod'
import { refuseErrors } from '../../../core/api/invalid.ts'
import type { Input, JsonRecord, Resource } from '../../../core/api/resource.ts'
import { moveToArchive } from '../../../core/records/archiving.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { plainMoney } from '../../../core/values/money.ts'
import { readContractForm } from '../contracts/contract-form.ts'
import { saveContract, writeContract } from '../contracts/contracts.ts'
import { contractKind } from '../contracts/kind.ts'
import { contractText } from '../contracts/messages.ts'
import {
  type Contract,
  type ContractHead,
  contractViews,
  readContract,
  readContractList,
} from '../contracts/reading.ts'

const day = z.string().meta({ format: 'date' }).nullable()
const money = z.strictObject({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) })
const written = {
  name: z.string(),
  accountId: z.uuid(),
  dealId: z.uuid().nullable().optional(),
  total: money,
  signedOn: day.optional(),
  startsOn: day.optional(),
  endsOn: day.optional(),
  remindDays: z.int().nullable().optional(),
  terms: z.string().optional(),
}

/** Contracts for programs, each with its balance; amounts in minor units of its currency. */
export const contractResource: Resource<'sales'> = {
  name: 'contracts',
  title: { en: 'Contracts', 'zh-CN': '合同' },
  permission: contractKind.view,
  record: () =>
    z.strictObject({
      ...{ id: z.uuid(), version: z.int(), number: z.string(), name: z.string() },
      ...{ accountId: z.uuid(), accountName: z.string().nullable(), total: money },
      ...{ dealId: z.uuid().nullable(), renewsId: z.uuid().nullable() },
      ...{ receivedMinor: z.int(), balanceMinor: z.int(), overdueMinor: z.int() },
      ...{ signedOn: day, startsOn: day, endsOn: day, remindDays: z.int().nullable() },
      ...{ terms: z.string(), state: z.string(), ownerId: z.uuid().nullable() },
      ...{ departmentId: z.uuid().nullable(), archivedAt: z.iso.datetime().nullable() },
    }),
  filters: { state: z.enum(contractViews) },
  sorts: ['newest'],
  list: async (scope, { q, cursor, limit, filters }) => {
    const state = contractViews.find((one) => one === filters.state) ?? 'current'
    const list = await readContractList(scope, { query: q, state, cursor, size: limit })
    const { rows, after } = list.page
    return { items: rows.map(asJson), total: list.total, next: after ?? null }
  },
  read: async (scope, id) => asJson(await readContract(scope, id)),
  writing: {
    permission: contractKind.edit,
    input: () => z.strictObject(written),
    create: async (scope, registry, input) =>
      writeContract(scope, registry, await readInput(scope, input)),
    change: async (scope, registry, id, version, input) => {
      const contract = await readContract(scope, id, contractKind.edit)
      const values = await readInput(scope, { ...inputOf(contract), ...input }, contract)
      const known = version ?? contract.version
      const outcome = await saveContract(scope, registry, contract, known, values)
      const t = contractText(scope.locale)
      if (outcome === 'fixed') refuseErrors({ total: t.fixed })
      if (outcome === 'received') refuseErrors({ total: t.belowReceived })
      return outcome === 'conflict' ? outcome : undefined
    },
    archive: (scope, registry, id, version) => move(scope, registry, id, version, 'archived'),
    restore: (scope, registry, id, version) => move(scope, registry, id, version, 'restored'),
  },
}

async function move(
  scope: Scope,
  registry: Registry,
  id: string,
  version: number | undefined,
  deed: 'archived' | 'restored',
): Promise<'conflict' | undefined> {
  const contract = await readContract(scope, id, contractKind.edit)
  if (version !== undefined && contract.version !== version) return 'conflict'
  await moveToArchive(scope, registry, contractKind, [id], deed)
  return undefined
}

const asJson = (contract: ContractHead): JsonRecord => {
  const { id, version, number, name, accountId, account, currency, totalMinor } = contract
  const { receivedMinor, balanceMinor, overdueMinor, signedOn, startsOn, endsOn } = contract
  const { remindDays, terms, state, ownerId, departmentId, archivedAt } = contract
  return {
    ...{ id, version, number, name, accountId, accountName: account },
    ...{ dealId: contract.deal?.id ?? null, renewsId: contract.renewsId },
    ...{ total: { minor: totalMinor, currency }, receivedMinor, balanceMinor, overdueMinor },
    ...{ signedOn, startsOn, endsOn, remindDays, terms, state, ownerId, departmentId, archivedAt },
  }
}

const inputOf = (contract: Contract): Input => {
  const { name, accountId, currency, totalMinor: minor, signedOn, startsOn, endsOn } = contract
  const { remindDays, terms } = contract
  return {
    name,
    accountId,
    total: { minor, currency },
    signedOn,
    startsOn,
    endsOn,
    remindDays,
    terms,
  }
}

/** By the form's own parsers, so that a program hears what a person would. @throws Invalid */
async function readInput(scope: Scope, input: Input, old?: Contract) {
  const { total, ...plain } = input as { total: { minor: number; currency: string } } & Input
  const texts = Object.entries(plain).map(([name, value]) => [name, String(value ?? '')])
  const raw = { ...Object.fromEntries(texts), total: `${total.currency} ${plainMoney(total)}` }
  const { values, errors } = await readContractForm(scope, raw, old)
  refuseErrors(errors)
  return values
}
