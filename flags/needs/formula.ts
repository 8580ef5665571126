/** The change budget of a stage: a share of what it was planned to cost, and what is used of it. */
export type Budget = { planned: number; budget: number; used: number }

/** @param percent of what the stage costs that may be changed (rule R25) */
export const budgetOf = (planned: number, percent: number, used: number): Budget => ({
  planned,
  budget: (planned * percent) / 100,
  used,
})

/** Whether a further change fits; `freed` is what goes in exchange. */
export const fits = ({ budget, used }: Budget, cost: number, freed = 0): boolean =>
  used - freed + cost <= budget

const day = 86_400_000

/** The pilot's last two weeks: nothing is changed any more. Days are ISO. */
export const isFrozen = (
  pilot: { startedOn: string | null; endedOn: string | null; endPlan: string | null } | undefined,
  today: string,
): boolean =>
  Boolean(pilot?.startedOn && !pilot.endedOn && pilot.endPlan) &&
  today <= String(pilot?.endPlan) &&
  Date.parse(String(pilot?.endPlan)) - Date.parse(today) < 14 * day
