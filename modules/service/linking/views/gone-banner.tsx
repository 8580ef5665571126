import type { Scope } from '../../../../core/scope.ts'
import { Icon } from '../../../../views/icon.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import type { GoneInto } from '../gone.ts'
import { linkingText } from '../messages.ts'

type Props = { scope: Scope; into: GoneInto }

/** Says which ticket this one went into, and leads there whoever may see it. */
export const GoneBanner = ({ scope, into: { id, number } }: Props) => {
  const t = linkingText(scope.locale).merge
  return (
    <div class="banner info" data-testid="merged-away">
      <Icon name="arrow-merge" />
      <p>
        {t.gone(number)} {id && <a href={`${ticketKind.href}/${id}`}>{t.goThere(number)}</a>}
      </p>
    </div>
  )
}
