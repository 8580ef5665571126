import type { Child } from 'hono/jsx'
import { BulkBar, type BulkBarProps } from './bulk-bar.tsx'
import { ListBar, type ListBarProps } from './list-bar.tsx'
import type { ViewText } from './messages.ts'
import { Pager, type PagerProps } from './pager.tsx'

type Props = Omit<ListBarProps, 't'> & {
  t: ViewText['list']
  pager: Omit<PagerProps, 't'>
  /** What can be done with checked rows; the table's bulkForm is "bulk". */
  bulk?: Omit<BulkBarProps, 't'>
  /** What to say when there is no row. */
  empty: Child
  /** The Table; left out when there is no row. */
  children?: Child
}

/**
 * The frame of a list page and all of it that a search, a sort or a page turn swaps: #list.
 * Draw it below PageHead; a partial answer may carry the head too, the client takes #list alone.
 */
export const List = ({ t, pager, bulk, empty, children, ...bar }: Props) => (
  <section id="list" class="list">
    <ListBar t={t} {...bar} />
    {children || empty}
    {children && <Pager t={t} {...pager} />}
    {children && bulk && <BulkBar t={t} {...bulk} />}
  </section>
)
