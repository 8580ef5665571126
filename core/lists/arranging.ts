type Named = { key: string; label: string }

/** All columns for the page that orders them: the chosen ones first, in their order. */
export function arrange(
  all: readonly Named[],
  chosen: readonly string[],
): (Named & { shown: boolean })[] {
  const first = chosen.flatMap((key) => all.find((column) => column.key === key) ?? [])
  const others = all.filter(({ key }) => !chosen.includes(key))
  return [
    ...first.map((column) => ({ ...column, shown: true })),
    ...others.map((column) => ({ ...column, shown: false })),
  ]
}

/** An order in which one entry changed places with its neighbour, as a button asked for. */
export function moved(
  order: readonly string[],
  { up, down }: { up?: string; down?: string },
): string[] {
  const at = order.indexOf(up ?? down ?? '')
  const to = up === undefined ? at + 1 : at - 1
  const [one, other] = [order[at], order[to]]
  if (one === undefined || other === undefined) return [...order]
  return order.with(at, other).with(to, one)
}
