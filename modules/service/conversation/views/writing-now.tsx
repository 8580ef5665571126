import type { Scope } from '../../../../core/scope.ts'
import { Icon } from '../../../../views/icon.tsx'
import { conversationText } from '../messages.ts'

type Props = { scope: Scope; href: string; writers: readonly string[] }

/** Says who else is writing on the ticket; it asks again by itself while the page is open. */
export const WritingNow = ({ scope, href, writers }: Props) => {
  const { locale } = scope
  const names = new Intl.ListFormat(locale).format(writers)
  const asks = `${href}/writing`
  return (
    <div id="writing-now" hx-get={asks} hx-trigger="every 15s" hx-swap="outerMorph" role="status">
      {writers.length > 0 && (
        <p class="banner info" data-testid="writing-now">
          <Icon name="pencil" />
          {conversationText(locale).writing(names)}
        </p>
      )}
    </div>
  )
}
