import { LinkButton } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import type { ViewText } from './messages.ts'

type Kind = Exclude<keyof ViewText['errors'], 'requestId' | 'home' | 'back'>

const kinds: Record<number, [Kind, IconName]> = {
  400: ['invalid', 'alert-circle'],
  403: ['forbidden', 'ban'],
  404: ['notFound', 'search'],
  409: ['conflict', 'git-merge'],
  413: ['invalid', 'alert-circle'],
  422: ['invalid', 'alert-circle'],
  429: ['tooMany', 'clock'],
  503: ['away', 'refresh'],
}

type Props = {
  t: ViewText['errors']
  status: number
  /** Instead of the usual sentence, one that knows more. */
  text?: string
  requestId?: string
  /** Where the way out leads; left out for somebody who is not signed in. */
  homeHref?: string
  homeLabel?: string
}

/**
 * An error in plain words, for inside Layout or BarePage or as a fragment, where the client shows
 * its sentence as a message and leaves the page as it was.
 */
export const ErrorPage = ({ t, status, text, requestId, homeHref, homeLabel }: Props) => {
  const [kind, name] = kinds[status] ?? ['broken', 'plug-connected']
  return (
    <section class="error-page" data-testid="error" data-status={status}>
      <Icon name={name} size="large" />
      <h1>{t[kind].title}</h1>
      <p data-notice>{text ?? t[kind].text}</p>
      {requestId && (
        <p class="request-id">
          {t.requestId} <code>{requestId}</code>
        </p>
      )}
      {homeHref && (
        <div class="actions">
          <LinkButton href={homeHref}>{homeLabel ?? t.home}</LinkButton>
        </div>
      )}
    </section>
  )
}
