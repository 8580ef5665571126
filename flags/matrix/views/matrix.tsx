import { may } from '../../../core/access/person.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Module } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Decider } from '../../../core/switchboard.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { type Markup, markup } from '../../../views/markup.ts'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { pill } from '../../../views/pill.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import { dayFrom } from '../answers.ts'
import { type Cell, isFrozenItself, isOpenState } from '../cell.ts'
import { matrixText } from '../messages.ts'
import type { MatrixRow } from '../reading.ts'
import type { Strictness } from '../schema.ts'
import { ServerNote } from './server-note.tsx'
import { statePill } from './state.ts'

type Props = {
  scope: Scope
  modules: readonly Module[]
  rows: readonly MatrixRow[]
  strictness: Strictness
  /** How many proposals wait for a second person. */
  waiting: number
  /** The server that decides, if one does. */
  server: Decider | undefined
}

/** Every module in every department, the company first: how far each has come where. */
export const MatrixPage = ({ scope, modules, rows, strictness, waiting, server }: Props) => {
  const { locale } = scope
  const t = matrixText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        actions={
          may(scope.user, 'core.rollout.view') && (
            <>
              {waiting > 0 && (
                <LinkButton href="/rollout/matrix/proposals" icon="user-check">
                  {t.proposals.waiting(waiting)}
                </LinkButton>
              )}
              <LinkButton href="/rollout/matrix/strictness" icon="shield-check">
                {t.strictness.link(t.strictness.names[strictness])}
              </LinkButton>
            </>
          )
        }
      />
      {modules.length === 0 ? (
        <Empty icon="toggle-right" title={t.noModules} text={t.noModulesText} />
      ) : (
        <PageBody wide>
          <div class="stack">
            <p class="hint">{t.about}</p>
            {server && <ServerNote scope={scope} server={server} />}
            <Debts scope={scope} rows={rows} />
            <Card flush testId="matrix">
              <Table
                t={view.table}
                caption={t.title}
                columns={columns(scope, modules)}
                rows={rows}
                rowId={(row) => row.place ?? 'everyone'}
                rowName={(row) => row.name ?? t.company}
              />
            </Card>
          </div>
        </PageBody>
      )}
    </>
  )
}

/** What is still owed: reasons of stops; a link for those who may write them. */
const Debts = ({ scope, rows }: Pick<Props, 'scope' | 'rows'>) => {
  const t = matrixText(scope.locale)
  const owed = rows.flatMap(({ name, cells }) =>
    cells
      .filter((cell) => cell.kill?.reason === '' && isFrozenItself(cell))
      .map((cell) => ({ cell, name: name ?? t.company })),
  )
  return (
    <>
      {owed.map(({ cell, name }) => (
        <p data-testid="owed">
          {may(scope.user, 'core.modules.manage') ? (
            <a href={hrefOf(cell)}>{t.freeze.owes(cell.module.title[scope.locale], name)}</a>
          ) : (
            t.freeze.owes(cell.module.title[scope.locale], name)
          )}
        </p>
      ))}
    </>
  )
}

const hrefOf = ({ module, place }: Cell): string =>
  `/rollout/matrix/${module.id}/${place ?? 'everyone'}`

/** Whether a cell should have been looked at again by now. */
const isOverdue = (scope: Scope, { isOwn, row, state }: Cell): boolean =>
  isOwn && isOpenState(state) && row?.expiresOn !== undefined && row.expiresOn < dayFrom(scope, 0)

const columns = (scope: Scope, modules: readonly Module[]): Column<MatrixRow>[] => {
  const t = matrixText(scope.locale)
  return [
    {
      key: 'department',
      label: t.department,
      cell: ({ name, depth }) =>
        markup`<span class="tree-step depth-${String(Math.min(depth, 5))}">${name ?? t.company}</span>`,
    },
    ...modules.map(
      (module, at): Column<MatrixRow> => ({
        key: module.id,
        label: module.title[scope.locale],
        cell: (row) => {
          const cell = row.cells[at]
          return cell && drawCell(scope, cell, row.name ?? t.company)
        },
      }),
    ),
  ]
}

/** A cell: its state, what it follows, how many have it; a link for those who may change it. */
function drawCell(scope: Scope, cell: Cell, place: string): Markup {
  const { locale } = scope
  const t = matrixText(locale)
  const title = cell.module.title[locale]
  const have = t.have(formatNumber(locale, cell.have.length), formatNumber(locale, cell.people))
  const above = !cell.isOwn && cell.place !== null && cell.row && !cell.kill ? t.asAbove : ''
  const isMixed = cell.place === null && cell.state === 'off' && cell.have.length > 0
  const state = isMixed
    ? pill(t.byDepartment, 'blue')
    : statePill(scope, cell.state, cell.row?.until)
  const overdue = isOverdue(scope, cell) ? t.overdue : ''
  const notes = [above, have, overdue].filter(Boolean).join(' · ')
  const drawn = markup`<span class="narrow-only">${title}</span>${state}<small>${notes}</small>`
  if (!may(scope.user, 'core.modules.manage')) return markup`<span class="cell">${drawn}</span>`
  const label = t.open(title, place)
  return markup`<a class="cell" href="${hrefOf(cell)}"><span class="sr-only">${label}</span>${drawn}</a>`
}
