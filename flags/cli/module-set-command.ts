import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readDepartments } from '../../core/access/department-tree.ts'
import { readMembers } from '../../core/access/members.ts'
import { asOperator } from '../../core/access/operator.ts'
import { inProduct } from '../../core/cli/acting.ts'
import { companyNamed } from '../../core/cli/find.ts'
import { type Command, misused, report, UsageError } from '../../core/cli/io.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { StartFailure } from '../../core/start/failure.ts'
import { openModule } from '../audience.ts'
import { contextOf } from '../context.ts'
import { readStrictness } from '../matrix/strictness.ts'
import { readSnapshot } from '../rows.ts'
import type { Grant } from '../snapshot.ts'
import { withEngine } from '../trial.ts'

type Order = {
  module: string
  company: string
  /** Keys of departments; empty for everybody or nobody. */
  departments: string[]
  everyone: boolean
  reason: string
  json: boolean
}

/** Opens or closes a module: the operator's act, by the same code as the page and as well audited. */
export const setModule: Command = async (args, io) => {
  const order = readOrder(args)
  return inProduct(io, async (product) => {
    const { modules } = product.registry
    const module = moduleNamed(modules, order.module)
    const company = await companyNamed(product, order.company)
    const done = await asOperator(product, company, randomUUID(), async (scope) => {
      const before = await readHolders(scope, modules, module)
      const change = await openModule(scope, module, await grantsFor(scope, order), order.reason)
      const after = await readHolders(scope, modules, module)
      await refuseAlone(
        scope,
        [...after].some((id) => !before.has(id)),
      )
      const { kills } = await readSnapshot(scope.db, company)
      const stopped = kills.some((kill) => kill.module === module.id)
      return { changed: change !== undefined, stopped, people: after.size }
    })
    const { people, stopped, changed } = done
    const said = stopped
      ? `${module.id} is stopped for everybody; start it again on its page, then this takes effect.`
      : `${module.id} is now on for ${people} ${people === 1 ? 'person' : 'people'}.`
    report(io, order.json, changed ? said : `${said} Nothing had to be changed.`, done)
    return 0
  })
}

function readOrder(args: string[]): Order {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      company: { type: 'string' },
      departments: { type: 'string' },
      everyone: { type: 'boolean', default: false },
      off: { type: 'boolean', default: false },
      reason: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [module, ...rest] = positionals
  const { company, everyone, off, json } = values
  const departments = (values.departments ?? '').split(',').map((key) => key.trim())
  const named = departments.filter((key) => key !== '')
  const ways = [named.length > 0, everyone, off].filter(Boolean).length
  if (!module || !company || rest.length > 0 || ways !== 1) throw misused('module set')
  const reason = values.reason?.trim()
  if (!reason) throw new UsageError('Say why, for the audit trail: --reason "The pilot begins".')
  return { module, company, departments: named, everyone, reason, json }
}

function moduleNamed(modules: readonly Module[], id: string): Module {
  const found = modules.find((module) => module.id === id)
  if (found) return found
  const known = modules.map((module) => module.id).join(', ')
  throw new StartFailure(`There is no module "${id}"; the modules here are: ${known || 'none'}.`)
}

async function grantsFor(scope: Scope, order: Order): Promise<Grant[]> {
  if (order.everyone) return [{ kind: 'everyone', variant: 'write' }]
  const departments = (await readDepartments(scope)).filter(({ archivedAt }) => !archivedAt)
  return order.departments.map((key): Grant => {
    const found = departments.find((department) => department.key === key)
    if (found) return { kind: 'department', department: found.id, variant: 'write' }
    const known = departments.map((department) => department.key).join(', ')
    throw new StartFailure(`There is no department "${key}"; the departments are: ${known}.`)
  })
}

/** Who has a module by the rows as they are now. */
async function readHolders(
  scope: Scope,
  modules: readonly Module[],
  module: Module,
): Promise<Set<string>> {
  const members = await readMembers(scope)
  const snapshot = await readSnapshot(scope.db, scope.company.id)
  return withEngine(
    snapshot,
    modules,
    (engine) =>
      new Set(
        members
          .filter((member) => engine.state(contextOf(member), module.id) !== 'off')
          .map(({ id }) => id),
      ),
  )
}

/**
 * Where two people decide, an operator is no way round the second one; taking away needs nobody.
 * @throws StartFailure, which undoes what was set
 */
async function refuseAlone(scope: Scope, widens: boolean): Promise<void> {
  if (widens && (await readStrictness(scope)) === 'strict')
    throw new StartFailure(
      'In this company two people decide who gets a module: propose it at /rollout/matrix, where somebody else agrees. Nothing was changed.',
    )
}
