import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { sayIn } from '../../courses/content.ts'
import { studioText } from '../../studio/messages.ts'
import { studioTabs } from '../../studio/views/tabs.ts'
import { standOf, standTones } from '../../studio/wording.ts'
import type { Followed } from '../followed.ts'
import { tourText } from '../messages.ts'
import type { WrittenTour } from '../reading.ts'
import type { Tour } from '../tours.ts'

type Props = {
  scope: Scope
  own: readonly WrittenTour[]
  shipped: readonly Tour[]
  followed: ReadonlyMap<string, Followed>
}

/** The tours of the company with how far each has come, and those that come along. */
export const TourStudioPage = ({ scope, own, shipped, followed }: Props) => {
  const { locale } = scope
  const t = tourText(locale).studio
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={studioText(locale).title}
        tabs={studioTabs(scope, 'tours')}
        actions={
          <LinkButton kind="primary" icon="plus" href="/training/studio/tours/new">
            {t.add}
          </LinkButton>
        }
      />
      <PageBody wide>
        {own.length === 0 ? (
          <Empty icon="route" title={t.none} text={t.noneText} />
        ) : (
          <OwnTours {...{ scope, own, followed }} />
        )}
        {shipped.length > 0 && <ShippedTours {...{ scope, shipped, followed }} />}
      </PageBody>
    </>
  )
}

const OwnTours = ({ scope, own, followed }: Omit<Props, 'shipped'>) => {
  const { locale } = scope
  const t = tourText(locale).studio
  const count = (number: number | undefined) => formatNumber(locale, number ?? 0)
  return (
    <Table
      t={viewText(locale).table}
      caption={t.tab}
      columns={[
        { key: 'name', label: t.name, cell: (one) => sayIn(locale, one.draft.title) },
        {
          key: 'state',
          label: t.state,
          cell: (one) => pill(studioText(locale).states[standOf(one)], standTones[standOf(one)]),
        },
        { key: 'start', label: t.start, quiet: true, cell: (one) => one.draft.start },
        {
          key: 'begun',
          label: t.begun,
          align: 'end',
          cell: ({ code }) => count(followed.get(code)?.started),
        },
        {
          key: 'finished',
          label: t.finished,
          align: 'end',
          cell: ({ code }) => count(followed.get(code)?.finished),
        },
      ]}
      rows={own}
      rowId={(one) => one.id}
      rowName={(one) => sayIn(locale, one.draft.title)}
      rowHref={(one) => `/training/studio/tours/${one.id}`}
    />
  )
}

const ShippedTours = ({ scope: { locale }, shipped, followed }: Omit<Props, 'own'>) => {
  const t = tourText(locale).studio
  const count = (number: number | undefined) => formatNumber(locale, number ?? 0)
  return (
    <Card title={t.shipped} testId="shipped-tours">
      <p class="hint">{t.shippedHint}</p>
      <ul class="courses">
        {shipped.map(({ code, title }) => (
          <li>
            <div class="what">
              <a href={`/training/tours?show=${code}`}>{sayIn(locale, title)}</a>
              <small>
                {t.begun} {count(followed.get(code)?.started)} · {t.finished}{' '}
                {count(followed.get(code)?.finished)}
              </small>
            </div>
            <form method="post" action="/training/studio/tours">
              <input type="hidden" name="of" value={code} />
              <Button small kind="quiet" icon="copy">
                {t.takeOver}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
