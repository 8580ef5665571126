/**
 * Rollout health (rollout-and-training 7.10): one number for the overview, and the name of what holds
 * it down. It is the worst part and not their mean, for a rollout fails at its weakest place.
 */
export const healthParts = ['people', 'data', 'cost', 'risk'] as const
export type HealthPart = (typeof healthParts)[number]

/** What is known by now; undefined is not known, and neither 0 nor 100. */
export type Known = {
  /** Share of people with all the learning they need, 0–100. */
  coverage?: number | undefined
  /** Adoption index, 0–100. */
  adoption?: number | undefined
  /** Data quality index, 0–100. */
  quality?: number | undefined
  /** What all will have cost in the end, and what was approved for it; minor units of one currency. */
  forecast?: number | undefined
  envelope?: number | undefined
  /** The largest residual risk that is open, 1–25; 0 when none is. */
  risk?: number | undefined
}

export type Health = {
  /** 0–100; undefined while nothing is known. */
  value: number | undefined
  weakest: HealthPart | undefined
  parts: Readonly<Record<HealthPart, number | undefined>>
}

export function healthOf(known: Known): Health {
  const parts = {
    people: meanOf([known.coverage, known.adoption]),
    data: known.quality,
    cost: costPart(known),
    risk: known.risk === undefined ? undefined : clamp(100 - 4 * known.risk),
  }
  const rising = healthParts
    .flatMap((part) => (parts[part] === undefined ? [] : [{ part, value: parts[part] }]))
    .sort((one, other) => one.value - other.value)
  return { value: rising[0]?.value, weakest: rising[0]?.part, parts }
}

/** Full while the forecast stays within what was approved, nothing left at a quarter above it. */
function costPart({ forecast, envelope }: Known): number | undefined {
  if (forecast === undefined || envelope === undefined || envelope <= 0) return undefined
  return clamp(100 * (1 - (forecast / envelope - 1) / 0.25))
}

const clamp = (value: number): number => Math.min(100, Math.max(0, value))

function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return undefined
  return known.reduce((sum, value) => sum + value, 0) / known.length
}
