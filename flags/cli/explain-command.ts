import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { asOperator } from '../../core/access/operator.ts'
import { readPerson } from '../../core/access/people.ts'
import { inProduct } from '../../core/cli/acting.ts'
import { companyNamed, personNamed } from '../../core/cli/find.ts'
import { type Command, misused, report } from '../../core/cli/io.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { StartFailure } from '../../core/start/failure.ts'
import { contextOf, type FlagContext } from '../context.ts'
import { readDirectory } from '../names.ts'
import { readSnapshot } from '../rows.ts'
import { moduleFlag } from '../strategies.ts'
import { withEngine } from '../trial.ts'
import { sayDecision } from '../words.ts'

type Asked = { who: FlagContext; name: string; departmentId?: string | null }
type Order = { flag: string; company: string; as?: string; context?: FlagContext; json: boolean }

/** Says whether a flag is on for a person or a context, and by which rule. */
export const explainFlag: Command = async (args, io) => {
  const order = readOrder(args)
  return inProduct(io, async (product) => {
    const company = await companyNamed(product, order.company)
    const person = order.as && (await personNamed(product, company, order.as))
    const { modules, permissions } = product.registry
    const asked = async (scope: Scope): Promise<Asked> => {
      const found = person ? await readPerson(scope.db, permissions, company, person) : undefined
      if (found) return { ...found.person, who: contextOf(found.person) }
      const who = order.context ?? {}
      return { who, name: who.userId ?? 'this context' }
    }
    const told = await asOperator(product, company, randomUUID(), async (operator) => {
      const scope: Scope = { ...operator, locale: 'en' }
      const { who, name, departmentId } = await asked(scope)
      const snapshot = await readSnapshot(scope.db, company, modules)
      const flag = flagNamed(modules, order.flag)
      const answer = withEngine(snapshot, modules, (engine) => engine.explain(who, flag))
      const directory = await readDirectory(scope, modules)
      const home = departmentId && { id: departmentId, name: directory.department(departmentId) }
      const names = { ...directory, person: name, ownDepartment: home || undefined }
      const sentence = sayDecision('en', flag, answer, names)
      const all = [...modules.map(({ id }) => id), ...snapshot.features.map(({ name }) => name)]
      const known = answer.why.rule === 'unknown' ? ` There are: ${all.join(', ')}.` : ''
      return { ...answer, flag, sentence: sentence + known }
    })
    const { flag, on, variant, why, sentence } = told
    const data = { flag, on, variant: variant?.name ?? null, sentence, why }
    report(io, order.json, variant ? `${sentence} Variant: ${variant.name}.` : sentence, data)
    return 0
  })
}

/** A module goes by its id too, as with `module set`. */
const flagNamed = (modules: readonly Module[], name: string): string =>
  modules.some(({ id }) => id === name) ? moduleFlag(name) : name

function readOrder(args: string[]): Order {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      company: { type: 'string' },
      as: { type: 'string' },
      context: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [flag, ...rest] = positionals
  const { company, as, context, json } = values
  if (!flag || !company || !as === !context || rest.length > 0) throw misused('flags explain')
  return as ? { flag, company, as, json } : { flag, company, context: readContext(context), json }
}

function readContext(text: string | undefined): FlagContext {
  try {
    const context: unknown = JSON.parse(text ?? '')
    if (typeof context === 'object' && context !== null && !Array.isArray(context))
      return context as FlagContext
  } catch {
    // Said below.
  }
  throw new StartFailure(
    `--context wants a JSON object, such as '{"userId":"7","properties":{"department":"sales"}}'; "${text}" is none.`,
  )
}
