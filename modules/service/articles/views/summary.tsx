import { today } from '../../../../core/calendar/reading.ts'
import { fieldDetails } from '../../../../core/fields/views/details.ts'
import { formatDay } from '../../../../core/i18n/format.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { fieldsOf } from '../../../../core/records/kind.ts'
import { recordText } from '../../../../core/records/messages.ts'
import { Tags } from '../../../../core/records/views/record-parts.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { person } from '../../../../views/avatar.tsx'
import { type Detail, Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Pill } from '../../../../views/pill.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import type { ArticleRecord } from '../article-record.ts'
import { categoryIn } from '../categories.ts'
import { audience } from '../choices.ts'
import { articleKind } from '../kind.ts'
import { articleText } from '../messages.ts'
import { sayStanding, standingOf, standingTones } from '../standing.ts'

/** What an article is: how it stands, for whom, until when, whose. */
export const ArticleSummary = ({ scope, article }: { scope: Scope; article: ArticleRecord }) => {
  const { locale, company } = scope
  const t = recordText(locale).pages
  const { values } = article
  const standing = standingOf({ ...values, ...article }, today(scope))
  const long = ['name', 'text', 'otherName', 'otherText', 'category', 'otherCategory', 'audience']
  const fields = fieldsOf(scope, articleKind).filter(({ field }) => !long.includes(field))
  return (
    <>
      <p class="pills">
        <Pill text={sayStanding(locale, standing)} tone={standingTones[standing]} />
        <Pill text={audience.print(values.audience ?? 'internal', locale)} />
      </p>
      <Tags
        scope={scope}
        href={`${articleKind.href}/${article.id}`}
        tags={article.tags}
        mayEdit={article.mayEdit}
      />
      <h2>{t.details}</h2>
      <Details
        items={[
          { label: t.owner, value: article.owner ? person(article.owner.name) : t.nobody },
          { label: t.department, value: article.department?.name },
          { label: articleText(locale).category, value: categoryOf(locale, values) || undefined },
          ...fieldDetails(scope, fields, values),
          ...fromTicket(scope, article),
          {
            label: t.created,
            value: printDate(formatDay(company.timeZone, article.createdAt), locale),
          },
        ]}
        empty={viewText(locale).record.empty}
      />
    </>
  )
}

const categoryOf = (
  locale: Locale,
  { language, category, otherCategory }: ArticleRecord['values'],
): string =>
  categoryIn(locale, {
    ...{ language: language ?? locale, category: category ?? '' },
    otherCategory: otherCategory ?? '',
  })

/** The way to the ticket it was made of, for who may see that. */
const fromTicket = ({ locale }: Scope, { ticket }: ArticleRecord): Detail[] =>
  ticket
    ? [
        {
          label: articleText(locale).fromTicket,
          value: <a href={`${ticketKind.href}/${ticket.id}`}>{ticket.name}</a>,
        },
      ]
    : []
