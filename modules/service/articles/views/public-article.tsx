import type { Raw } from '../../../../core/http/form.ts'
import { formatDay } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { markdown } from '../../../../views/markdown.ts'
import { viewText } from '../../../../views/messages.ts'
import { portalText } from '../../portal/messages.ts'
import { articleText } from '../messages.ts'
import type { PublicArticle } from '../public-articles.ts'
import { pageIn } from '../versions.ts'
import { OpinionFields } from './opinion-fields.tsx'

type Props = {
  scope: Scope
  article: PublicArticle
  /** The public list. */
  href: string
  typed?: { raw: Raw; errors: FieldErrors }
}

/** One article as a customer reads it, and where they say whether it helped. */
export const PublicArticlePage = ({ scope, article, href, typed }: Props) => {
  const { locale, company } = scope
  const t = portalText(locale).articles
  const { opinions, foreign } = articleText(locale)
  const page = pageIn(locale, article)
  const day = printDate(formatDay(company.timeZone, article.publishedAt), locale)
  return (
    <div class="reading">
      <p>
        <a href={href}>{t.all}</a>
      </p>
      <h1 lang={page.language}>{page.name}</h1>
      <p class="hint">
        {t.changed(day)}
        {page.foreign && ` · ${foreign[page.language]}`}
      </p>
      <div class="prose" lang={page.language}>
        {markdown(page.text)}
      </div>
      <Form
        t={viewText(locale).form}
        id="opinion"
        action={`${href}/${article.id}/opinions`}
        errors={typed?.errors}
        submit={opinions.submit}
        guard={false}
        testId="opinion"
      >
        <OpinionFields
          locale={locale}
          form="opinion"
          raw={typed?.raw ?? {}}
          errors={typed?.errors ?? {}}
        />
      </Form>
    </div>
  )
}
