import { may } from '../../../../core/access/person.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Page } from '../../../../core/records/paging.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Board, type BoardColumn } from '../../../../views/board.tsx'
import { LinkButton } from '../../../../views/button.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import type { Tone } from '../../../../views/pill.tsx'
import { roundMoney } from '../../money-words.ts'
import { liveStages, type Stage } from '../../pipelines/stages.ts'
import type { BoardPart, CardRow, Sum } from '../board-reading.ts'
import { type BoardState, boardHref } from '../board-state.ts'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'
import { BoardFilters } from './board-filters.tsx'
import { cardOf } from './card.ts'
import { waysToLook } from './ways.ts'

type Props = BoardPart & {
  scope: Scope
  state: BoardState
  /** The board's address, to come back to it. */
  address: string
  script: string
  said?: string
}

/** Deals as a board: a column for each stage, and what it comes to. */
export const BoardPage = ({ scope, state, columns, sums, address, script, said }: Props) => {
  const t = dealsText(scope.locale)
  const stages = state.pipeline ? liveStages(state.pipeline) : []
  const mayAdd = may(scope.user, dealKind.edit) && scope.modules.state('sales') === 'write'
  const toColumn = (stage: Stage): BoardColumn =>
    columnOf(scope, state, stage, columns.get(stage.id) ?? { rows: [] }, sums, mayAdd)
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.list.title}
        tabs={waysToLook(scope.locale, 'board')}
        actions={
          mayAdd && (
            <LinkButton kind="primary" icon="plus" href={`${dealKind.href}/new`} tour="new-deals">
              {t.list.add}
            </LinkButton>
          )
        }
      />
      <BoardFilters scope={scope} state={state} />
      {stages.length > 0 ? (
        <Board
          columns={stages.map(toColumn)}
          label={t.board}
          keys={t.keys}
          state={address}
          script={script}
          said={said}
        />
      ) : (
        <p class="hint">{t.noPipeline}</p>
      )}
    </>
  )
}

const tones: readonly Tone[] = ['grey', 'blue', 'violet', 'orange']

function columnOf(
  scope: Scope,
  state: BoardState,
  stage: Stage,
  page: Page<CardRow>,
  sums: readonly Sum[],
  mayAdd: boolean,
): BoardColumn {
  const { locale } = scope
  const t = dealsText(locale)
  const mine = sums.filter((sum) => sum.stage === stage.id)
  const count = mine.reduce((all, { records }) => all + records, 0)
  const open = liveStages(state.pipeline ?? { ...emptyPipeline }).filter(
    ({ kind }) => kind === 'open',
  )
  const isFurther = state.further?.stage === stage.id
  const back = boardHref(state)
  return {
    id: stage.id,
    title: stage.name,
    tone:
      stage.kind === 'won'
        ? 'green'
        : stage.kind === 'lost'
          ? 'red'
          : (tones[open.indexOf(stage) % tones.length] ?? 'grey'),
    count: formatNumber(locale, count),
    totals: mine.flatMap(({ currency, minor }) =>
      currency ? [roundMoney({ minor, currency }, locale)] : [],
    ),
    cards: page.rows.map((row) => cardOf(scope, row, back)),
    more: page.after
      ? {
          href: boardHref(state, { column: stage.id, after: page.after }),
          label: t.showMore(formatNumber(locale, Math.max(0, count - page.rows.length))),
        }
      : undefined,
    start: isFurther ? { href: back, label: t.fromStart } : undefined,
    add:
      mayAdd && stage.kind === 'open'
        ? { href: `${dealKind.href}/new?stage=${stage.id}`, label: t.list.add }
        : undefined,
    empty: t.emptyColumn,
  }
}

const emptyPipeline = { id: '', name: '', departments: [], stages: [], hidden: false }
