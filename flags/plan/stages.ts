/** The rollout stages of the template, in their order. */
export const stageCodes = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const
export type StageCode = (typeof stageCodes)[number]

export const isStage = (text: string | undefined): text is StageCode =>
  stageCodes.includes(text as StageCode)

/** About how many people a plan is sized for. */
export const sizes = [10, 50, 200] as const
export type Size = (typeof sizes)[number]

/** The size of plan that fits a head-count best. */
export const sizeFor = (people: number): Size => (people <= 25 ? 10 : people <= 100 ? 50 : 200)

/** Weeks per stage and size; the last stage goes on for good. */
export const weeksOf: Record<Exclude<StageCode, 'S6'>, Record<Size, number>> = {
  S0: { 10: 1, 50: 2, 200: 4 },
  S1: { 10: 2, 50: 3, 200: 6 },
  S2: { 10: 2, 50: 4, 200: 8 },
  S3: { 10: 4, 50: 6, 200: 8 },
  S4: { 10: 2, 50: 6, 200: 16 },
  S5: { 10: 4, 50: 8, 200: 12 },
}

/** Into how many waves the widening is cut (2 to 4 weeks each). */
export const wavesOf: Record<Size, number> = { 10: 1, 50: 2, 200: 4 }
