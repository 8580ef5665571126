/** What a risk weighs: probability by impact, 1 to 5 each. */
export const weigh = (p: number, i: number): number => p * i

/** From here on an open risk blocks gates; from `needsOwner` on it needs somebody and a day. */
export const blocks = 15
export const needsOwner = 8

export type Weighed = {
  p: number
  i: number
  pRes: number | null
  iRes: number | null
  reviewOn: string | null
}

/** Its review is overdue: nobody has looked since the day they said they would. */
export const isOverdue = ({ reviewOn }: Pick<Weighed, 'reviewOn'>, today: string): boolean =>
  reviewOn !== null && reviewOn < today

/** As it is shown: while its review is overdue it counts as one likelier, never above five. */
export const shown = (risk: Weighed, today: string): number =>
  weigh(Math.min(5, risk.p + (isOverdue(risk, today) ? 1 : 0)), risk.i)

/** What is left after the response; while nobody has judged that, all of it. */
export const residual = ({ p, i, pRes, iRes }: Omit<Weighed, 'reviewOn'>): number =>
  weigh(pRes ?? p, iRes ?? i)

/** How a weight reads: it blocks gates, it needs somebody, or it is small. */
export const levelOf = (weight: number): 'blocks' | 'needs' | 'small' =>
  weight >= blocks ? 'blocks' : weight >= needsOwner ? 'needs' : 'small'
