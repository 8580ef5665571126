import { locales } from '../../../../core/i18n/locale.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { sayIn } from '../../courses/content.ts'
import { studioText } from '../../studio/messages.ts'
import { helpText } from '../messages.ts'
import type { OwnTopic, Topic } from '../topics.ts'

type Props = { scope: Scope; own: readonly OwnTopic[]; shipped: readonly Topic[] }

const place = '/training/help-topics'

/** The help texts of a company, and those that come along and it has not replaced. */
export const TopicsPage = ({ scope, own, shipped }: Props) => {
  const { locale } = scope
  const t = helpText(locale).topics
  const view = viewText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: '/training/studio', label: studioText(locale).title }]}
        actions={
          <LinkButton kind="primary" icon="plus" href={`${place}/new`} tour="new-help-topic">
            {t.add}
          </LinkButton>
        }
      />
      <PageBody wide>
        <p class="hint">{t.hint}</p>
        <Card title={t.own} flush={own.length > 0} testId="own-topics">
          {own.length === 0 ? (
            <p class="hint">{t.none}</p>
          ) : (
            <Table
              t={view.table}
              caption={t.own}
              columns={[
                { key: 'title', label: t.heading, cell: (one) => sayIn(locale, one.titles) },
                { key: 'place', label: t.place, quiet: true, cell: placeOf },
                { key: 'owner', label: t.owner, quiet: true, cell: (one) => one.owner ?? '' },
                {
                  key: 'review',
                  label: t.review,
                  quiet: true,
                  cell: (one) => printDate(one.reviewDueOn, locale),
                },
                { key: 'state', label: t.state, cell: (one) => stateOf(scope, one) },
              ]}
              rows={own}
              rowId={(one) => one.id}
              rowName={(one) => sayIn(locale, one.titles)}
              rowHref={(one) => `${place}/${one.id}`}
            />
          )}
        </Card>
        <Card title={t.shipped} testId="shipped-topics">
          <ul class="courses">
            {shipped.map((topic) => (
              <li>
                <div class="what">
                  {sayIn(locale, topic.titles)}
                  <small>{placeOf(topic)}</small>
                </div>
                <LinkButton small kind="quiet" href={`${place}/new?of=${topic.code}`}>
                  {t.replace}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Card>
      </PageBody>
    </>
  )
}

const placeOf = ({ place, field }: Topic): string => [place, field].filter(Boolean).join(' · ')

/** Waiting for a second person, to be looked through, or a language not written or older (R20, R21). */
function stateOf({ locale }: Scope, topic: OwnTopic) {
  const t = helpText(locale).topics
  if (topic.proposed) return pill(t.waiting, 'orange')
  if (topic.isStale) return pill(t.stale, 'orange')
  const { languages } = studioText(locale)
  const missing = locales.find((one) => !topic.titles[one])
  if (missing) return pill(t.missing(languages[missing]))
  const older = topic.titles.stale ?? topic.bodies.stale
  return older ? pill(t.older(languages[older])) : ''
}
