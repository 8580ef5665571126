import { today } from '../../../../core/calendar/reading.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { avatar } from '../../../../views/avatar.tsx'
import { boardCard } from '../../../../views/board.tsx'
import { icon } from '../../../../views/icon.tsx'
import { type Markup, markup } from '../../../../views/markup.ts'
import { roundMoney } from '../../money-words.ts'
import type { CardRow } from '../board-reading.ts'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'

/**
 * One deal on the board: with whom, how much, whose, and what is next. An open deal without a next
 * step is red, one that stands still orange; both are said in words too.
 * @param back where one goes after moving it by its form
 */
export function cardOf(scope: Scope, row: CardRow, back: string): Markup {
  const t = dealsText(scope.locale)
  const href = `${dealKind.href}/${row.id}`
  const lacksNext = row.outcome === 'open' && row.nextOn === null
  return boardCard({
    ...{ id: row.id, href, title: row.name },
    tone: lacksNext ? 'red' : row.stillDays !== null ? 'orange' : undefined,
    lines: [
      row.account?.name ?? null,
      moneyLine(scope, row),
      row.outcome === 'open' && nextLine(scope, row),
    ],
    move: row.mayEdit
      ? { href: `${href}/move?back=${encodeURIComponent(back)}`, label: t.move }
      : undefined,
  })
}

function moneyLine({ locale }: Scope, row: CardRow): Markup {
  const t = dealsText(locale)
  const { amountMinor, amountCurrency: currency } = row
  const amount = currency
    ? roundMoney({ minor: Number(amountMinor), currency }, locale)
    : t.noAmount
  const whose = row.owner ?? row.seller
  return markup`<span class="amount">${amount}</span>${
    row.stillDays !== null &&
    markup`<span class="end warning" title="${t.stalled(row.stillDays)}">${icon('clock')}${t.days(row.stillDays)}</span>`
  }${whose && markup`<span class="end">${avatar(whose, 'small')}<span class="sr-only">${whose}</span></span>`}`
}

function nextLine(scope: Scope, { nextOn }: CardRow): Markup {
  const t = dealsText(scope.locale)
  if (!nextOn) return markup`<span class="danger">${icon('alert-circle')}${t.noNext}</span>`
  const day = printDate(nextOn, scope.locale)
  return nextOn < today(scope)
    ? markup`<span class="danger">${icon('clock')}${t.late(day)}</span>`
    : markup`${icon('calendar-event')}${t.nextOn(day)}`
}
