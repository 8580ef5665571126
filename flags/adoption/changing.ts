import { sql } from 'drizzle-orm'
import { changeAlone } from '../../core/access/alone.ts'
import { roleWords } from '../../core/access/roles.ts'
import { Fields } from '../../core/http/fields.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import type { Module, Role } from '../../core/module.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { parseNumber } from '../../core/values/number.ts'
import { parseText } from '../../core/values/text.ts'
import { readAgreement, working } from './agreement.ts'
import { parts, type Weights } from './formula.ts'
import { adoptionText } from './messages.ts'
import type { Agreement } from './schema.ts'

export const agreementObject = 'rollout.adoption-agreement'

/** One number of the agreement as the form asks for it, with its place in the agreement. */
export type Expected = { name: string; label: string; value: number; most: number }

/** The numbers of an agreement, in the order of the form; shares are asked for in percent. */
export function expectedOf(
  { locale }: Pick<Scope, 'locale'>,
  modules: readonly Module[],
  agreement: Agreement,
): { title: string; numbers: Expected[] }[] {
  const t = adoptionText(locale)
  const title = (role: Role) => roleWords[role].title[locale]
  return [
    {
      title: t.days,
      numbers: working.map((role) => ({
        name: `days_${role}`,
        label: title(role),
        value: percent(agreement.days[role] ?? 0),
        most: 100,
      })),
    },
    ...modules.map(({ id, title: name, adoption }) => ({
      title: t.weekly(name[locale], processName(locale, adoption)),
      numbers: (adoption?.aside ?? working).map((role) => ({
        name: `weekly_${id}_${role}`,
        label: title(role),
        value: agreement.weekly[id]?.[role] ?? 0,
        most: 500,
      })),
    })),
    {
      title: t.weights,
      numbers: parts.map((part) => ({
        name: `weight_${part}`,
        label: t.parts[part],
        value: percent(agreement.weights[part]),
        most: 100,
      })),
    },
  ]
}

const percent = (share: number): number => Math.round(share * 1000) / 10

const processName = (locale: Scope['locale'], adoption: Module['adoption']): string =>
  adoption?.deeds.find(({ deed }) => deed === adoption.process.deed)?.label[locale] ?? ''

/**
 * Agrees on something else from now on; what was measured before is not touched.
 * @param raw the fields of `expectedOf`, and `reason`
 * @returns what is wrong, `conflict` when somebody agreed on something meanwhile, undefined when done
 */
export async function changeAgreement(
  scope: Scope,
  modules: readonly Module[],
  version: number,
  raw: Raw,
): Promise<Errors | 'conflict' | undefined> {
  await changeAlone(scope)
  const t = adoptionText(scope.locale)
  const before = await readAgreement(scope, modules)
  if (before.version !== version) return 'conflict'
  const fields = new Fields(raw, scope.locale)
  const read = new Map<string, number>()
  for (const { numbers } of expectedOf(scope, modules, before.agreement))
    for (const { name, label, most } of numbers) {
      const limits = { decimals: 1, least: 0, most }
      read.set(name, Number(fields.need(name, label, (text) => parseNumber(text, limits), '0')))
    }
  const reason = fields.need('reason', t.reason, (text) => parseText(text, { most: 500 }), '')
  const weights = parts.map((part) => read.get(`weight_${part}`) ?? 0)
  if (Math.abs(weights.reduce((sum, one) => sum + one, 0) - 100) > 0.05)
    fields.refuse('weight_regular', t.weightsAre100)
  if (!fields.ok) return fields.errors
  const agreement = agreementFrom(read, modules)
  await scope.db.execute(sql`
    insert into flags.adoption_agreements (company_id, version, agreement, reason, by)
    values (${scope.company.id}, ${version + 1}, ${JSON.stringify(agreement)}, ${reason},
      ${scope.actorId})`)
  await recordAudit(scope, {
    action: 'changed',
    object: agreementObject,
    recordId: scope.company.id,
    before: before.agreement,
    after: agreement,
    reason,
  })
  return undefined
}

function agreementFrom(read: ReadonlyMap<string, number>, modules: readonly Module[]): Agreement {
  const by = (name: (role: Role) => string, factor: number) =>
    Object.fromEntries(working.map((role) => [role, (read.get(name(role)) ?? 0) * factor]))
  return {
    days: by((role) => `days_${role}`, 0.01),
    weekly: Object.fromEntries(
      modules.map(({ id }) => [id, by((role) => `weekly_${id}_${role}`, 1)]),
    ),
    weights: Object.fromEntries(
      parts.map((part) => [part, (read.get(`weight_${part}`) ?? 0) / 100]),
    ) as Weights,
  }
}
