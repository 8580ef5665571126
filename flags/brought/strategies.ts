import type { Locale } from '../../core/i18n/locale.ts'
import { broughtText } from './messages.ts'

/** A feature as it came, read no further than its name. */
export type Feature = Record<string, unknown> & { name: string }

type Texts = Record<string, unknown>
const textsOf = (value: unknown): Texts[] => (Array.isArray(value) ? (value as Texts[]) : [])
const listOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : ''

/** Each rule of an imported flag in a sentence; any one of them switches it on. */
export function sayStrategies(locale: Locale, feature: Feature): string[] {
  const t = broughtText(locale)
  const strategies = textsOf(feature.strategies)
  // An enabled flag without a rule is on for everybody.
  if (strategies.length === 0) return [t.always]
  return strategies.map((strategy) => {
    const conditions = [
      ...textsOf(strategy.constraints).map((one) => sayConstraint(locale, one)),
      ...(Array.isArray(strategy.segments) && strategy.segments.length > 0
        ? [t.segments(listOf(strategy.segments))]
        : []),
    ]
    const who = sayWho(locale, strategy)
    const said = conditions.length > 0 ? t.where(who, conditions.join(t.and)) : who
    return strategy.disabled === true ? t.resting(said) : said
  })
}

/** The flags it needs, and how they must stand. */
export const sayDependencies = (locale: Locale, { dependencies }: Feature): string[] =>
  textsOf(dependencies).map(({ feature, enabled }) => {
    const t = broughtText(locale)
    return (enabled === false ? t.dependsOff : t.dependsOn)(String(feature))
  })

/** Its variants with their weights of 1000. */
export const sayVariants = (locale: Locale, { variants }: Feature): string[] =>
  textsOf(variants).map(({ name, weight }) =>
    broughtText(locale).variant(String(name), String(weight)),
  )

/** Whom a strategy means, before its conditions. */
function sayWho(locale: Locale, { name, parameters }: Texts): string {
  const t = broughtText(locale)
  const given = (parameters ?? {}) as Texts
  const text = (key: string) => String(given[key] ?? '')
  switch (name) {
    case 'default':
      return t.everybody
    case 'userWithId':
      return t.people(text('userIds'))
    case 'flexibleRollout':
      return text('rollout') === '100' ? t.everybody : t.share(text('rollout'))
    case 'gradualRolloutUserId':
    case 'gradualRolloutSessionId':
    case 'gradualRolloutRandom':
      return t.share(text('percentage'))
    case 'remoteAddress':
      return t.addresses(text('IPs'))
    case 'applicationHostname':
      return t.hosts(text('hostNames'))
    default:
      return t.unknown(String(name))
  }
}

function sayConstraint(locale: Locale, one: Texts): string {
  const t = broughtText(locale)
  const operator = String(one.operator)
  const say = Object.hasOwn(t.operators, operator)
    ? t.operators[operator as keyof typeof t.operators]
    : operator
  const values = listOf(one.values) || String(one.value ?? '')
  const said = t.condition(String(one.contextName), say, values)
  return one.inverted === true ? t.not(said) : said
}
