import { Button } from '../../../views/button.tsx'
import { Icon } from '../../../views/icon.tsx'
import { tag } from '../../../views/pill.tsx'
import { formatAgo, formatMoment } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { tokenText } from '../messages.ts'
import type { TokenRow } from '../tokens.ts'

type Props = {
  locale: Locale
  timeZone: string
  now: Date
  tokens: readonly TokenRow[]
  /** Where the form of each that revokes it is sent. */
  action: string
  /** Says of each in whose name it works. */
  named?: boolean
}

/** Tokens in use, each with a way to revoke it. */
export const TokenList = ({ locale, timeZone, now, tokens, action, named }: Props) => {
  const t = tokenText(locale)
  const ago = (at: Date) => formatAgo(locale, timeZone, at, now)
  return (
    <ul class="rows">
      {tokens.map((token) => (
        <li data-testid="row">
          <Icon name="plug" />
          <p>
            {token.name} {tag(t.kinds[token.kind])}
            <small>
              {[
                named && t.inNameOf(token.person),
                t.ends(token.hint),
                t.created(ago(token.createdAt)),
                token.lastUsedAt ? t.used(ago(token.lastUsedAt)) : t.unused,
                token.expiresAt && t.until(formatMoment(locale, timeZone, token.expiresAt)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </p>
          <form method="post" action={action}>
            <Button small name="token" value={token.id}>
              {t.revoke}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
