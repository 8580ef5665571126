import { formatMoment } from '../../../core/i18n/format.ts'
import { labelled } from '../../../core/i18n/punctuation.ts'
import { printDate } from '../../../core/values/date.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { gatesText } from '../messages.ts'
import type { RoomProps } from './room.tsx'

/** Overrides that wait for somebody else to agree. */
export const Proposals = ({ locale, timeZone, gate, proposals, userId }: RoomProps) => {
  const t = gatesText(locale)
  if (proposals.length === 0) return null
  const place = `/rollout/gates/${gate.code}`
  return (
    <Card title={t.proposals} flush testId="proposals">
      <ul class="candidates">
        {proposals.map((one) => (
          <li data-testid="row">
            <p class="hint">
              {t.proposedBy(one.proposer, formatMoment(locale, timeZone, one.proposedAt))} ·{' '}
              {t.runsOut(printDate(one.expiresOn, locale))}
            </p>
            <p class="said">{one.reason}</p>
            <p class="hint">{labelled(locale, t.compensation, one.compensation)}</p>
            <div class="actions">
              {one.proposedBy === userId ? (
                <span class="hint">{t.ownProposal}</span>
              ) : (
                <form method="post" action={`${place}/decisions/${one.id}/agree`}>
                  <Button kind="primary">{t.agree}</Button>
                </form>
              )}
              <form method="post" action={`${place}/proposals/${one.id}/close`}>
                <Button>{t.letGo}</Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
