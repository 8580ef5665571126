/** By hand, one after the other, or to whoever has the fewest. */
export const ways = ['hand', 'round_robin', 'least_load'] as const
export type Way = (typeof ways)[number]

/** Somebody who may get a ticket, and how many they have to do. */
export type Candidate = { id: string; open: number }

/**
 * Whose a new ticket becomes. In turn means in the order of their ids, which nobody's name changes;
 * of several with as few tickets the one whose turn it is gets it.
 * @param last who got one last; the turn goes on behind them, whether they are still there or not
 * @param mostOpen nobody gets one who has so many; null for no limit
 * @returns undefined when it waits for a hand
 */
export function chooseOwner(
  way: Way,
  candidates: readonly Candidate[],
  last: string | null,
  mostOpen: number | null,
): string | undefined {
  if (way === 'hand') return undefined
  const free = candidates
    .filter(({ open }) => mostOpen === null || open < mostOpen)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const behind = free.findIndex(({ id }) => last === null || id > last)
  const turn = behind < 0 ? free : [...free.slice(behind), ...free.slice(0, behind)]
  if (way === 'round_robin') return turn[0]?.id
  const least = Math.min(...turn.map(({ open }) => open))
  return turn.find(({ open }) => open === least)?.id
}
