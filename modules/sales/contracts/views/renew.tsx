import { today } from '../../../../core/calendar/reading.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { contractKind } from '../kind.ts'
import { contractText } from '../messages.ts'
import type { Contract } from '../reading.ts'
import { termAfter } from '../terms.ts'

type Props = { scope: Scope; contract: Contract; once: string }

/** Makes the contract that follows on. */
export const Renew = ({ scope, contract, once, primary }: Props & { primary?: true }) => (
  <form method="post" action={`${contractKind.href}/${contract.id}/renew`}>
    <input type="hidden" name="_once" value={once} />
    <Button icon="refresh" kind={primary && 'primary'}>
      {contractText(scope.locale).renew}
    </Button>
  </form>
)

/** That a term ends, and what can be done about it at once. */
export const RenewCard = ({ scope, contract, once }: Props) => {
  const { locale } = scope
  const t = contractText(locale)
  const { startsOn, endsOn } = contract
  if (!endsOn) return null
  const next = termAfter(startsOn, endsOn)
  const day = (iso: string) => printDate(iso, locale)
  return (
    <Card title={t.renewTitle} testId="renew">
      <div class="stack">
        <p>{endsOn < today(scope) ? t.hasEnded(day(endsOn)) : t.endsSoon(day(endsOn))}</p>
        <p class="hint">{t.renewText(day(next.startsOn), day(next.endsOn))}</p>
        <Renew {...{ scope, contract, once }} primary />
      </div>
    </Card>
  )
}
