import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { authText } from '../../auth/messages.ts'
import { tokenText } from '../messages.ts'
import { Made, NewToken, type NewTokenProps } from './new-token.tsx'
import { TokenList } from './token-list.tsx'

/** The tokens by which programs act in the reader's own name, and the form that makes one. */
export const OwnTokensPage = (props: NewTokenProps) => {
  const { locale, made, tokens } = props
  const t = tokenText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.mine}
        trail={[{ href: '/account', label: authText(locale).account.title }]}
        actions={
          <LinkButton href="/api/v1/docs" icon="book">
            {t.docs}
          </LinkButton>
        }
      />
      <PageBody>
        <p class="hint">{t.mineIntro}</p>
        {made && <Made locale={locale} token={made} />}
        <Card title={t.add}>
          <NewToken {...props} action="/account/tokens" />
        </Card>
        {tokens.length > 0 && (
          <Card title={t.tokens} flush>
            <TokenList {...props} action="/account/tokens/revoke" />
          </Card>
        )}
      </PageBody>
    </>
  )
}
