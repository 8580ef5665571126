import { readCursor } from '../../../core/records/paging.ts'

/** What the address of a list asks for. */
export type ListAddress<State extends string> = {
  query: string
  state: State
  cursor: ReturnType<typeof readCursor>
}

/** @param states what can be looked at, the usual one first */
export function readAddress<State extends string>(
  url: string,
  states: readonly [State, ...State[]],
): ListAddress<State> {
  const params = new URL(url).searchParams
  const wanted = params.get('state') as State
  return {
    query: params.get('q') ?? '',
    state: states.includes(wanted) ? wanted : states[0],
    cursor: readCursor(params),
  }
}

/** The address of the same list elsewhere; what is usual is left out. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(params).filter(([, value]) => value)
  const query = new URLSearchParams(given as [string, string][])
  return query.size > 0 ? `${path}?${query}` : path
}
