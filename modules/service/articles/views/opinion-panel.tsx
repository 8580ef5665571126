import { formatAgo, formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Panel, PanelItem } from '../../../../views/panel.tsx'
import { articleKind } from '../kind.ts'
import { articleText } from '../messages.ts'
import type { Opinions } from '../opinions.ts'
import type { ArticlePageProps } from './article-page.tsx'
import { OpinionFields } from './opinion-fields.tsx'

/** Fewer than these say nothing about an article yet. */
const enough = 5

/** How many were helped, always with how many said so. */
export function sayHelped(scope: Scope, { helped, others }: Opinions): string {
  const t = articleText(scope.locale).opinions
  const all = helped + others
  if (all === 0) return t.none
  const number = (count: number) => formatNumber(scope.locale, count)
  return (all < enough ? t.few : t.heard)(number(helped), number(all))
}

/** What readers say of an article, and the reader's own word. */
export const OpinionPanel = ({ scope, article, opinions, refused }: ArticlePageProps) => {
  const { locale, company } = scope
  const t = articleText(locale).opinions
  const isOut = article.published !== null
  return (
    <Panel title={t.title}>
      <p class="hint" data-testid="helped">
        {sayHelped(scope, opinions)}
      </p>
      {opinions.comments.map(({ comment, helped, at, name }) => (
        <PanelItem
          title={comment}
          note={[
            t[helped],
            name ?? t.customer,
            formatAgo(locale, company.timeZone, at, scope.now()),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
      {isOut ? (
        <Form
          t={viewText(locale).form}
          id="opinion"
          action={`${articleKind.href}/${article.id}/opinions`}
          errors={refused?.errors}
          submit={t.submit}
          guard={false}
          testId="opinion"
        >
          <OpinionFields
            locale={locale}
            form="opinion"
            raw={refused?.raw ?? {}}
            errors={refused?.errors ?? {}}
          />
        </Form>
      ) : (
        <p class="hint">{t.unpublished}</p>
      )}
    </Panel>
  )
}
