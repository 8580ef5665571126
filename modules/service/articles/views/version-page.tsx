import { locales } from '../../../../core/i18n/locale.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { markdown } from '../../../../views/markdown.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import type { ArticleRecord } from '../article-record.ts'
import { articleKind } from '../kind.ts'
import { articleText } from '../messages.ts'
import { type ArticleVersion, pageIn } from '../versions.ts'

type Props = { scope: Scope; article: ArticleRecord; version: ArticleVersion }

/** What was published at one time, in each language it was there in. */
export const VersionPage = ({ scope, article, version }: Props) => {
  const t = articleText(scope.locale).versions
  const href = `${articleKind.href}/${article.id}`
  const isOut = article.published === version.number
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.one(String(version.number))}
        note={isOut && <Pill text={t.out} tone="green" />}
        trail={[
          { href: articleKind.href, label: articleKind.text(scope.locale).title },
          { href, label: article.values.name },
        ]}
        actions={<LinkButton href={href}>{t.back}</LinkButton>}
      />
      <PageBody>
        {!isOut && <p class="hint">{t.old}</p>}
        {locales
          .map((locale) => pageIn(locale, version))
          .filter(({ foreign }) => !foreign)
          .map(({ name, text, language }) => (
            <Card title={name}>
              <div class="prose" lang={language}>
                {markdown(text)}
              </div>
            </Card>
          ))}
      </PageBody>
    </>
  )
}
