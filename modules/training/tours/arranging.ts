import type { TourContent, TourStep } from './content.ts'

/** A tour with a step in place of the one of its key, or behind all others. */
export function withStep(draft: TourContent, step: TourStep): TourContent {
  const isThere = draft.steps.some(({ key }) => key === step.key)
  const steps = isThere
    ? draft.steps.map((one) => (one.key === step.key ? step : one))
    : [...draft.steps, step]
  return { ...draft, steps }
}

export const withoutStep = (draft: TourContent, key: string): TourContent => ({
  ...draft,
  steps: draft.steps.filter((one) => one.key !== key),
})

/** With a step moved up, or down, by one place. */
export function movedStep(draft: TourContent, key: string, by: -1 | 1): TourContent {
  const at = draft.steps.findIndex((one) => one.key === key)
  const [step, other] = [draft.steps[at], draft.steps[at + by]]
  if (!step || !other) return draft
  const steps = draft.steps.with(at, other).with(at + by, step)
  return { ...draft, steps }
}
