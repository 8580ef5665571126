/** Who decides a step: one person, or null for whoever leads the department. */
export type Step = { approverId: string | null }

export const approvable = ['sales.quote', 'sales.contract', 'sales.receipt'] as const
export type Approvable = (typeof approvable)[number]

/** See the table of approval rules; `overMinor` is in the company's currency. */
export type Rule = {
  object: string
  step: number
  departmentId: string | null
  overMinor: number
  approverId: string | null
}

/** What is to be approved. `departments`: that of who asks first, up to the root. */
export type Matter = { object: Approvable; amountMinor: number; departments: readonly string[] }

/**
 * The steps that a matter takes, one or two, or none. Of the rules of a step that hold, the one of the
 * nearest department counts, and of those the one with the highest amount.
 */
export function stepsFor(rules: readonly Rule[], matter: Matter): Step[] {
  const { object, amountMinor, departments } = matter
  const far = departments.length
  const distance = ({ departmentId }: Rule) => {
    const near = departmentId === null ? far : departments.indexOf(departmentId)
    return near === -1 ? far + 1 : near
  }
  const held = rules.filter(
    (rule) => rule.object === object && amountMinor >= rule.overMinor && distance(rule) <= far,
  )
  return [1, 2].flatMap((step) => {
    const [rule] = held
      .filter((one) => one.step === step)
      .toSorted((one, other) => distance(one) - distance(other) || other.overMinor - one.overMinor)
    return rule ? [{ approverId: rule.approverId }] : []
  })
}
