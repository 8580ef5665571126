import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { portalText } from '../../portal/messages.ts'
import { categoriesIn } from '../categories.ts'
import type { Listed } from '../public-articles.ts'

type Props = { scope: Scope; articles: readonly Listed[]; typed: string; href: string }

/** What a company lets its customers read, by category, and a box to search it. */
export const PublicListPage = ({ scope, articles, typed, href }: Props) => {
  const t = portalText(scope.locale).articles
  const filedUnder = categoriesIn(scope.locale, articles)
  // What is filed nowhere stands behind all that is.
  const categories = [...new Set(articles.map(filedUnder))].sort(
    (one, other) => Number(one === '') - Number(other === ''),
  )
  return (
    <div class="reading">
      <h1>{t.title}</h1>
      <form class="form" method="get" action={href}>
        <Field
          t={viewText(scope.locale).form}
          kind="text"
          name="q"
          label={t.searchLabel}
          value={typed}
        />
        <div class="actions">
          <Button kind="primary" icon="search">
            {t.search}
          </Button>
        </div>
      </form>
      {typed && (
        <p role="status">
          {articles.length > 0
            ? t.found(formatNumber(scope.locale, articles.length))
            : t.notFound(typed)}
        </p>
      )}
      {!typed && articles.length === 0 && <p>{t.none}</p>}
      {categories.map((category) => (
        <section>
          <h2>{category || t.others}</h2>
          <ul class="links">
            {articles
              .filter((one) => filedUnder(one) === category)
              .map((one) => (
                <li data-testid="row">
                  <a href={`${href}/${one.id}`}>{titleIn(scope, one)}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const titleIn = ({ locale }: Scope, { name, otherName, language }: Listed): string =>
  locale === language || otherName === '' ? name : otherName
