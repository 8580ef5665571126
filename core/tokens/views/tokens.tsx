import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Colleague } from '../../access/directory.ts'
import { tokenText } from '../messages.ts'
import { Made, NewToken, type NewTokenProps } from './new-token.tsx'
import { TokenList } from './token-list.tsx'

type Props = NewTokenProps & { people: readonly Colleague[] }

/** Tokens of the whole company, and the form that makes one. */
export const TokensPage = (props: Props) => {
  const { locale, made, tokens } = props
  const t = tokenText(locale)
  const docs = (
    <LinkButton href="/api/v1/docs" icon="book">
      {t.docs}
    </LinkButton>
  )
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} actions={docs} />
      <PageBody>
        <p class="hint">{t.intro}</p>
        {made && <Made locale={locale} token={made} />}
        <Card title={t.add}>
          <NewToken {...props} action="/admin/api" />
        </Card>
        <Card title={t.tokens} flush>
          {tokens.length > 0 ? (
            <TokenList {...props} action="/admin/api/revoke" named />
          ) : (
            <Empty icon="plug" title={t.none} text={t.noneText} />
          )}
        </Card>
      </PageBody>
    </>
  )
}
