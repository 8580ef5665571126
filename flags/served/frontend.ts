import { readMembers } from '../../core/access/members.ts'
import { inCompany } from '../../core/db/database.ts'
import { isId } from '../../core/db/id.ts'
import type { Product } from '../../core/product.ts'
import { contextOf, type FlagContext } from '../context.ts'
import type { Engine } from '../engine.ts'

const known = [
  'appName',
  'userId',
  'sessionId',
  'remoteAddress',
  'environment',
  'currentTime',
] as const

/**
 * Who a front end asks for, out of an address: `userId=7&properties[department]=sales`. What is no
 * field of Unleash's own counts as a property, as its server has it.
 */
export function contextFrom(query: Record<string, string>): Record<string, unknown> {
  const properties: Record<string, string> = {}
  const context: Record<string, unknown> = { properties }
  for (const [name, value] of Object.entries(query)) {
    const property = /^properties\[(.{1,100})\]$/.exec(name)?.[1]
    if (property === undefined && known.some((one) => one === name)) context[name] = value
    else Object.defineProperty(properties, property ?? name, { value, enumerable: true })
  }
  return context
}

/** A context as somebody sent it, with texts where texts belong. */
export function cleanContext(given: Record<string, unknown>): FlagContext {
  const context: Record<string, unknown> = {}
  for (const name of known)
    if (given[name] !== undefined && given[name] !== null) context[name] = String(given[name])
  const properties =
    typeof given.properties === 'object' && given.properties !== null ? given.properties : {}
  const texts = Object.entries(properties).filter(([, value]) => value !== null)
  if (typeof context.currentTime === 'string') context.currentTime = new Date(context.currentTime)
  return {
    ...context,
    properties: Object.fromEntries(texts.map(([name, value]) => [name, String(value)])),
  }
}

/** Fills in what the company knows of one of its own people; what the program says itself counts first. */
export async function placed(
  { pool }: Pick<Product, 'pool'>,
  company: string,
  context: FlagContext,
): Promise<FlagContext> {
  const { userId } = context
  if (!userId || !isId(userId)) return context
  const members = await inCompany(pool, company, (db) =>
    readMembers({ db, company: { id: company }, locale: 'en' }),
  )
  const member = members.find(({ id }) => id === userId)
  if (!member) return context
  return { ...context, properties: { ...contextOf(member).properties, ...context.properties } }
}

/** Everything that is on for one context, as Unleash's front-end clients read it. */
export function togglesFor(engine: Engine, context: FlagContext) {
  const toggles = [...engine.compiled.features.keys()].flatMap((name) => {
    const { on, variant } = engine.isOn(context, name)
    if (!on) return []
    const found = variant ? { ...variant, enabled: true } : { name: 'disabled', enabled: false }
    return {
      name,
      enabled: true,
      impressionData: engine.compiled.features.get(name)?.impressionData ?? false,
      variant: { ...found, feature_enabled: true, featureEnabled: true },
    }
  })
  return { toggles }
}
