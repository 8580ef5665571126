/** What is stored; an open quote whose validity is over reads as expired. */
export const storedStates = ['draft', 'waiting', 'open', 'accepted', 'refused', 'replaced'] as const
export type StoredState = (typeof storedStates)[number]
export type QuoteState = StoredState | 'expired'

/** How a quote stands on a day of the company. */
export const stateOn = (
  { state, validUntil }: { state: StoredState; validUntil: string },
  today: string,
): QuoteState => (state === 'open' && validUntil < today ? 'expired' : state)
