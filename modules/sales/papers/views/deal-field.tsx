import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { dealKind } from '../../deals/kind.ts'
import type { OfDeal } from '../deal-field.ts'
import { paperText } from '../messages.ts'

type Props = { scope: Scope; paper?: OfDeal; raw: Raw; errors: Errors }

/** Which deal a paper belongs to; one that the reader may not see is not asked about. */
export const DealField = ({ scope, paper, raw, errors }: Props) => {
  const t = paperText(scope.locale)
  if (paper?.dealId && !paper.deal) return null
  return (
    <>
      {/* What was refused is named anew, by its name alone. */}
      {raw.dealId && !errors.deal && <input type="hidden" name="dealId" value={raw.dealId} />}
      <Field
        t={viewText(scope.locale).form}
        kind="text"
        name="deal"
        label={t.deal}
        hint={t.dealHint}
        names={`${dealKind.href}/names`}
        value={raw.deal}
        error={errors.deal}
      />
    </>
  )
}
