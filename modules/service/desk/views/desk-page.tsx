import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { clocksText } from '../../clocks/messages.ts'
import { dueCell } from '../../clocks/views/due-cell.ts'
import { stateTones } from '../../states/state-types.ts'
import { priority, priorityTones } from '../../tickets/choices.ts'
import { ticketKind } from '../../tickets/kind.ts'
import { ticketsText } from '../../tickets/messages.ts'
import { deskText } from '../messages.ts'
import type { DeskFigures, DeskTicket } from '../reading.ts'
import { Figures } from './figures.tsx'

export const deskPlace = '/service/desk'

type Props = { scope: Scope; figures: DeskFigures; next: readonly DeskTicket[]; once: string }

/** What somebody has to do next, and the way to get more of it. */
export const DeskPage = ({ scope, figures, next, once }: Props) => {
  const { locale } = scope
  const view = viewText(locale)
  const t = deskText(locale)
  const words = ticketsText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        actions={
          scope.modules.state('service') === 'write' && (
            <form method="post" action={`${deskPlace}/next`} data-tour="next-ticket">
              <input type="hidden" name="_once" value={once} />
              <Button kind="primary" icon="ticket">
                {t.take}
              </Button>
            </form>
          )
        }
      />
      <PageBody wide>
        <Figures scope={scope} figures={figures} />
        {next.length === 0 ? (
          <Empty icon="ticket" title={t.nothing} text={t.nothingText} />
        ) : (
          <>
            <h2>{t.next}</h2>
            <Card flush>
              <Table
                t={view.table}
                caption={t.caption}
                rows={next}
                rowId={({ id }) => id}
                rowName={({ name }) => name}
                rowHref={({ id }) => `${ticketKind.href}/${id}`}
                columns={[
                  { key: 'name', label: t.subject, cell: ({ name }) => name },
                  { key: 'number', label: words.number, quiet: true, cell: (row) => row.number },
                  { key: 'due', label: clocksText(locale).due, cell: (row) => dueCell(scope, row) },
                  {
                    ...{ key: 'state', label: words.state },
                    cell: (row) => pill(row.state, stateTones[row.stateType]),
                  },
                  {
                    ...{ key: 'priority', label: t.priority },
                    cell: (row) =>
                      pill(priority.print(row.priority, locale), priorityTones[row.priority]),
                  },
                  { key: 'from', label: words.person, cell: ({ fromName }) => fromName },
                ]}
              />
            </Card>
          </>
        )}
      </PageBody>
    </>
  )
}
