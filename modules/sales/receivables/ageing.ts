/** How long amounts have been overdue, in days; the last one is open to above. */
export const ages = ['notDue', 'to30', 'to60', 'to90', 'over90'] as const
export type Age = (typeof ages)[number]

/** The last day of each stretch but the last. */
const ends = [0, 30, 60, 90] as const

/** Into which stretch an amount falls that has been due for so many days; not due: 0 or less. */
export function ageOf(daysLate: number): Age {
  const at = ends.findIndex((end) => daysLate <= end)
  return ages[at === -1 ? ends.length : at] ?? 'over90'
}
