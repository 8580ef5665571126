import { may } from '../../../../core/access/person.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import { locales } from '../../../../core/i18n/locale.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { RecordTimeline } from '../../../../core/records/views/record-timeline.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import type { Markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { Panel, PanelItem } from '../../../../views/panel.tsx'
import { Record, RecordHead } from '../../../../views/record.tsx'
import { dealKind } from '../../deals/kind.ts'
import { printPercent } from '../../lines/percent.ts'
import { totalsOf } from '../../lines/totals.ts'
import { LinesTable } from '../../lines/views/lines-table.tsx'
import { paperText } from '../../papers/messages.ts'
import { quoteKind } from '../kind.ts'
import { quoteText } from '../messages.ts'
import { fullNumber } from '../printing.ts'
import type { Quote } from '../reading.ts'
import { QuoteDeeds } from './quote-deeds.tsx'
import { statePill } from './quote-list.tsx'

export type QuotePageProps = {
  scope: Scope
  quote: Quote
  raw: Raw
  errors?: Errors
  versions: readonly { id: string; revision: number; totalMinor: number }[]
  approval?: { id: string; state: string; comment: string }
  /** The discount up to which the reader need not ask, in per cent. */
  limit: number
  timeline: ToldTimeline
  panels: readonly Markup[]
}

/** One quote: what it offers, how it stands, what can be done with it. */
export const QuotePage = (props: QuotePageProps) => {
  const { scope, quote, versions, timeline, panels } = props
  const { locale } = scope
  const t = quoteText(locale)
  const href = `${quoteKind.href}/${quote.id}`
  const isDraft = quote.stored === 'draft'
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={fullNumber(quote)}
        note={statePill(quote.state, scope)}
        trail={[{ href: quoteKind.href, label: t.title }]}
        actions={
          <>
            {locales.map((language) => (
              <LinkButton icon="file-text" href={`${href}/pdf?language=${language}`} download>
                {t.pdf(t.languages[language])}
              </LinkButton>
            ))}
            {isDraft && quote.mayEdit && (
              <LinkButton icon="pencil" href={`${href}/edit`}>
                {t.edit}
              </LinkButton>
            )}
          </>
        }
      />
      <Record
        summary={<Summary {...{ scope, quote }} />}
        main={
          <div class="stack">
            {quote.mayEdit && <QuoteDeeds {...props} />}
            <Card title={t.one} flush testId="quote-lines">
              <LinesTable
                {...{ scope }}
                lines={quote.lines}
                currency={quote.currency}
                totals={totalsOf(quote.lines, quote.taxing)}
              />
            </Card>
            {quote.terms && (
              <Card title={t.terms}>
                <p class="plain-text">{quote.terms}</p>
              </Card>
            )}
            <Card title={paperText(locale).history}>
              <RecordTimeline scope={scope} href={href} timeline={timeline} />
            </Card>
          </div>
        }
        panels={
          <>
            {versions.length > 1 && (
              <Panel title={t.versions}>
                {versions.map(({ id, revision, totalMinor }) => (
                  <PanelItem
                    href={`${quoteKind.href}/${id}`}
                    title={t.revision(String(revision))}
                    note={printMoney({ minor: totalMinor, currency: quote.currency }, locale)}
                  />
                ))}
              </Panel>
            )}
            {panels}
          </>
        }
      />
    </>
  )
}

const Summary = ({ scope, quote }: Pick<QuotePageProps, 'scope' | 'quote'>) => {
  const { locale, user } = scope
  const t = quoteText(locale)
  const papers = paperText(locale)
  const account = quote.account ?? papers.outOfReach
  const seen = quote.account !== null && may(user, 'contacts.accounts.view')
  return (
    <>
      <RecordHead name={quote.title || fullNumber(quote)} firm note={account} />
      <Details
        empty={viewText(locale).record.empty}
        items={[
          {
            label: papers.account,
            value: seen ? <a href={`/contacts/accounts/${quote.accountId}`}>{account}</a> : account,
          },
          ...(quote.deal
            ? [
                {
                  label: papers.deal,
                  value: <a href={`${dealKind.href}/${quote.deal.id}`}>{quote.deal.name}</a>,
                },
              ]
            : []),
          { label: t.attention, value: quote.attention },
          {
            label: t.total,
            value: printMoney({ minor: quote.totalMinor, currency: quote.currency }, locale),
          },
          { label: t.topDiscount, value: printPercent(quote.topDiscount, locale) },
          { label: t.taxing, value: t.taxings[quote.taxing] },
          { label: t.validUntil, value: printDate(quote.validUntil, locale) },
          ...(quote.decidedOn
            ? [
                { label: t.decidedOn, value: printDate(quote.decidedOn, locale) },
                { label: t.decision, value: quote.decision },
              ]
            : []),
          { label: papers.owner, value: quote.owner },
          { label: papers.department, value: quote.department },
        ]}
      />
    </>
  )
}
