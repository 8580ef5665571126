import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Locale } from '../../i18n/locale.ts'
import { homeText } from '../messages.ts'
import type { HitGroup } from '../search.ts'

type Props = { locale: Locale; query: string; groups: readonly HitGroup[] }

/** Everything found, group by group; the page behind Ctrl-K that works without scripts. */
export const SearchPage = ({ locale, query, groups }: Props) => {
  const t = homeText(locale)
  return (
    <>
      <PageHead t={viewText(locale).page} title={query ? t.results(query) : t.search} />
      <PageBody wide>
        <search>
          <form method="get" action="/search" class="search-form">
            <label class="input">
              <Icon name="search" />
              <input
                type="search"
                name="q"
                value={query}
                aria-label={t.searchFor}
                placeholder={t.searchFor}
                autofocus
              />
            </label>
            <button class="btn btn-primary">{t.search}</button>
          </form>
        </search>
        {groups.map((group) => (
          <Card title={group.label} flush>
            <ul class="hits">
              {group.hits.map((hit) => (
                <li data-testid="hit">
                  <a href={hit.href}>
                    <Icon name={hit.icon} />
                    <span>{hit.title}</span>
                    <small>{hit.detail}</small>
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        ))}
        {groups.length === 0 && (
          <Empty
            icon="search"
            title={query ? t.nothingFound : t.startTyping}
            text={query ? t.nothingFoundText : t.searchFor}
          />
        )}
      </PageBody>
    </>
  )
}
