/** What is stored; a contract in force whose term is over reads as expired. */
export const storedStates = ['draft', 'waiting', 'active', 'void'] as const
export type StoredState = (typeof storedStates)[number]
export type ContractState = StoredState | 'expired'

/** How a contract stands on a day of the company. */
export const stateOn = (
  { state, endsOn }: { state: StoredState; endsOn: string | null },
  today: string,
): ContractState => (state === 'active' && endsOn && endsOn < today ? 'expired' : state)
