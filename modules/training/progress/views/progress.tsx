import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import { fewestShown } from '../../evidence/fewest.ts'
import { type HeatMap, type Square, shadeOf } from '../heat.ts'
import { progressText } from '../messages.ts'
import { progressTabs } from './tabs.ts'

type Props = {
  scope: Scope
  map: HeatMap
  /** Whether the caller may follow people at all; others see no small groups. */
  follows: boolean
}

/** How far each department is with each course; every number leads to the people behind it. */
export const ProgressPage = ({ scope, map, follows }: Props) => {
  const { locale } = scope
  const t = progressText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        tabs={progressTabs(scope, 'map', follows)}
      />
      <PageBody wide>
        <p class="hint">{t.purpose}</p>
        {map.courses.length === 0 ? (
          <Empty icon="chart-bar" title={t.empty} text={t.emptyText} />
        ) : (
          <div class="heat-frame">
            <table class="heat" data-testid="heat">
              <caption>{t.map}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.department}</th>
                  {map.courses.map(({ code, titles }) => (
                    <th scope="col" title={sayIn(locale, titles)}>
                      {code}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {map.departments.map(({ id, name, squares }) => (
                  <tr>
                    <th scope="row">{name ?? t.noDepartment}</th>
                    {squares.map((square, at) => (
                      <SquareCell
                        {...{ scope, square, follows }}
                        href={hrefOf(id, map.courses[at]?.id)}
                      />
                    ))}
                  </tr>
                ))}
                <tr class="total">
                  <th scope="row">{t.whole}</th>
                  {map.total.map((square, at) => (
                    <SquareCell
                      {...{ scope, square, follows }}
                      href={`/training/progress/people?course=${map.courses[at]?.id}`}
                    />
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        )}
      </PageBody>
    </>
  )
}

const hrefOf = (department: string | null, course = ''): string =>
  `/training/progress/people?${new URLSearchParams({ department: department ?? '', course })}`

type CellProps = { scope: Scope; square: Square | undefined; href: string; follows: boolean }

const SquareCell = ({ scope, square, href, follows }: CellProps) => {
  const t = progressText(scope.locale)
  if (!square) return <td />
  if (!follows && square.assigned < fewestShown) return <td class="hint">{t.few}</td>
  const number = (count: number) => formatNumber(scope.locale, count)
  const words = (
    <>
      <strong>{t.share(number(Math.round((100 * square.valid) / square.assigned)))}</strong>
      <small>
        {t.cell(number(square.valid), number(square.assigned))}
        {square.late > 0 && ` · ${t.late(number(square.late))}`}
      </small>
    </>
  )
  return <td class={`shade-${shadeOf(square)}`}>{follows ? <a href={href}>{words}</a> : words}</td>
}
