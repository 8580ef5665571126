import { today } from '../../../../core/calendar/reading.ts'
import { locales } from '../../../../core/i18n/locale.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Card } from '../../../../views/card.tsx'
import { markdown } from '../../../../views/markdown.ts'
import type { ArticleRecord } from '../article-record.ts'
import { articleText } from '../messages.ts'
import { standingOf } from '../standing.ts'
import { pageIn, type Written } from '../versions.ts'

/** What stands in an article as text that may be empty. */
export const writtenOf = ({ values }: Pick<ArticleRecord, 'values'>, scope: Scope): Written => ({
  name: values.name,
  text: values.text ?? '',
  language: values.language ?? scope.company.locale,
  otherName: values.otherName ?? '',
  otherText: values.otherText ?? '',
})

/** The text of an article, in the reader's language first; the other one can be opened below. */
export const ArticleBody = ({ scope, article }: { scope: Scope; article: ArticleRecord }) => {
  const { locale } = scope
  const t = articleText(locale)
  const written = writtenOf(article, scope)
  const page = pageIn(locale, written)
  const other = pageIn(locales.find((one) => one !== page.language) ?? locale, written)
  const { expiresOn } = article.values
  const dated = { ...article, reviewOn: null, expiresOn }
  const isExpired = standingOf(dated, today(scope)) === 'expired'
  return (
    <div class="stack">
      <Card title={page.name} testId="article">
        {isExpired && expiresOn && (
          <p class="late" role="note">
            {t.expiredSince(printDate(expiresOn, locale))}
          </p>
        )}
        {page.foreign && page.text !== '' && <p class="hint">{t.foreign[page.language]}</p>}
        {page.text === '' ? (
          <p class="hint">{t.noText}</p>
        ) : (
          <div class="prose" lang={page.language}>
            {markdown(page.text)}
          </div>
        )}
        {!other.foreign && other.text !== '' && (
          <details>
            <summary>{t.other}</summary>
            <h3 lang={other.language}>{other.name}</h3>
            <div class="prose" lang={other.language}>
              {markdown(other.text)}
            </div>
          </details>
        )}
      </Card>
    </div>
  )
}
