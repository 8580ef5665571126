import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readDepartments } from '../../core/access/department-tree.ts'
import { asOperator } from '../../core/access/operator.ts'
import { inProduct } from '../../core/cli/acting.ts'
import { companyNamed } from '../../core/cli/find.ts'
import { type Command, misused, report, UsageError } from '../../core/cli/io.ts'
import type { Running } from '../../core/console.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { StartFailure } from '../../core/start/failure.ts'
import { planAudience } from '../audience.ts'
import { usualExpiry } from '../matrix/answers.ts'
import { matrixText } from '../matrix/messages.ts'
import { makeChange, weigh } from '../matrix/plan.ts'
import { sayUnlawful } from '../matrix/say-unlawful.ts'
import type { Asks } from '../matrix/strictness.ts'
import { writtenElsewhere } from '../server/one-writer.ts'
import type { Grant } from '../snapshot.ts'

type Order = {
  module: string
  company: string
  /** Keys of departments; empty for everybody or nobody. */
  departments: string[]
  everyone: boolean
  reason: string
  json: boolean
}

/** Opens or closes a module: the operator's act, by the same decision as the page and as well audited. */
export const setModule: Command = async (args, io) => {
  const order = readOrder(args)
  return inProduct(io, async (product) => {
    const module = moduleNamed(product.registry.modules, order.module)
    const company = await companyNamed(product, order.company)
    const running = { ...product, env: io.env }
    const server = await writtenElsewhere(running, company)
    if (server) throw new StartFailure(matrixText('en').server.refused(server))
    const done = await asOperator(product, company, randomUUID(), (scope) =>
      set(scope, running, module, order),
    )
    const { people, stopped, changed, gate, lookAgainOn } = done
    const said = stopped
      ? `${module.id} is stopped for everybody; start it again on its page, then this takes effect.`
      : `${module.id} is now on for ${people} ${people === 1 ? 'person' : 'people'}.`
    const unproved = gate
      ? `Gate ${gate} has not let this step through`
      : 'No gate stands before it'
    const more = !changed
      ? ' Nothing had to be changed.'
      : lookAgainOn
        ? ` ${unproved}: look at it again by ${lookAgainOn}.`
        : ''
    report(io, order.json, said + more, done)
    return 0
  })
}

/** @throws StartFailure where law and security, or a second person, stand before it */
async function set(scope: Scope, running: Running, module: Module, order: Order) {
  const plan = planAudience(module, await grantsFor(scope, order))
  const { effects, after, asks } = await weigh(scope, running, plan)
  refuse(asks)
  const lookAgainOn = asks.expiry ? usualExpiry(scope) : undefined
  const answers = { reason: order.reason, expiresOn: lookAgainOn }
  const change = await makeChange(scope, plan, asks, answers)
  return {
    changed: change !== undefined,
    stopped: after.kill !== undefined,
    people: effects[0]?.members.length ?? 0,
    gate: asks.gate?.gate ?? null,
    lookAgainOn: lookAgainOn ?? null,
  }
}

/** What no operator is a way round; taking away meets neither. */
function refuse({ unlawful, second }: Asks): void {
  if (unlawful.length > 0)
    throw new StartFailure(matrixText('en').asks.unlawful(sayUnlawful('en', unlawful)))
  if (second)
    throw new StartFailure(
      'In this company two people decide who gets a module: propose it at /rollout/matrix, where somebody else agrees. Nothing was changed.',
    )
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
