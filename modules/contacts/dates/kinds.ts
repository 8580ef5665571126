/** What a day can be; `other` takes its name from whoever adds it. Keys are stored. */
export const dateKinds = ['birthday', 'founding', 'contract', 'other'] as const
export type DateKind = (typeof dateKinds)[number]

export const recurrences = ['yearly', 'once'] as const
export type Recurs = (typeof recurrences)[number]

/** Days before, that a reminder can be asked for. */
export const reminders = [0, 1, 3, 7, 14, 30] as const

/** A record has no more of them: its page shows them all. */
export const mostDates = 20
