/** A column's label, and the classes it shares with its cells: `end`, `wide-only`. */
export type HeadColumn = string | readonly [label: string, classes: string]

/** The head of a table of figures; on a phone the columns that are `wide-only` go, with their cells. */
export const Head = ({ columns }: { columns: readonly HeadColumn[] }) => (
  <thead>
    <tr>
      {columns.map((column) => {
        const [label, classes] = typeof column === 'string' ? [column] : column
        return (
          <th scope="col" class={classes || undefined}>
            {label}
          </th>
        )
      })}
    </tr>
  </thead>
)
