import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Stats } from '../../../../views/stat.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import { deskText } from '../messages.ts'
import { type DeskFigures, mostCounted } from '../reading.ts'

type Props = { scope: Scope; figures: DeskFigures }

/** How much there is to do; each number leads to its tickets. */
export const Figures = ({ scope: { locale }, figures: { mine, late, waiting } }: Props) => {
  const t = deskText(locale)
  const say = (count: number) =>
    count >= mostCounted ? t.more(formatNumber(locale, mostCounted)) : formatNumber(locale, count)
  const list = (query: string) => `${ticketKind.href}?progress=undone&sort=due&${query}`
  return (
    <Stats
      stats={[
        { label: t.mine, value: say(mine), href: list('owner=me') },
        { label: t.late, value: say(late), href: list('owner=me&due=late') },
        { label: t.waiting, value: say(waiting), href: list('owner=none') },
      ]}
    />
  )
}
