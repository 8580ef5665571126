import { formatAgo } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Decider } from '../../../core/switchboard.ts'
import { matrixText } from '../messages.ts'

/** That a server of the company's own decides, when it was heard of last, and who writes to it. */
export const ServerNote = ({ scope, server }: { scope: Scope; server: Decider }) => {
  const { locale, company } = scope
  const t = matrixText(locale).server
  const { at } = server.heard()
  const heard = at ? t.heard(formatAgo(locale, company.timeZone, at, scope.now())) : t.never
  return (
    <p data-testid="server">
      {t.decides(server.href)} {server.mayWrite ? t.writes : t.reads} {heard}{' '}
      {server.isBehind() && t.behind}{' '}
      <a href={server.href} rel="noreferrer">
        {t.open}
      </a>
    </p>
  )
}
