export const instalmentStatuses = ['waiting', 'part-paid', 'overdue', 'done', 'void'] as const
export type InstalmentStatus = (typeof instalmentStatuses)[number]

/** Amounts in minor units; `dueOn` an ISO day. */
export type Due = { amountMinor: number; paidMinor: number; dueOn: string; isVoid: boolean }

/** How an instalment stands on a day of the company: the pure twin of `statusOf` in balance-sql.ts. */
export function instalmentStatus(
  { amountMinor, paidMinor, dueOn, isVoid }: Due,
  today: string,
): InstalmentStatus {
  if (isVoid) return 'void'
  if (paidMinor >= amountMinor) return 'done'
  if (dueOn < today) return 'overdue'
  return paidMinor > 0 ? 'part-paid' : 'waiting'
}
