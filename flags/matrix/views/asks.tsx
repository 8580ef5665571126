import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { usualExpiry } from '../answers.ts'
import { matrixText } from '../messages.ts'
import type { Asks as What } from '../strictness.ts'
import { GateNote } from './gate-note.tsx'

type Props = { scope: Scope; asks: What; raw: Raw; errors?: Errors | undefined }

/** What a change must bring along besides its reason, and by which strictness. */
export const Asks = ({ scope, asks, raw, errors = {} }: Props) => {
  const t = matrixText(scope.locale)
  const { strictness, expiry, second } = asks
  return (
    <>
      <GateNote scope={scope} asks={asks} />
      {expiry && (
        <Field
          t={viewText(scope.locale).form}
          kind="date"
          name="expiresOn"
          label={t.asks.expiry}
          hint={t.asks.expiryHint}
          required
          value={raw.expiresOn ?? usualExpiry(scope)}
          error={errors.expiresOn}
        />
      )}
      <p class="hint" data-testid="strictness">
        {t.asks.by(t.strictness.names[strictness])}
        {second ? t.asks.second : t.asks.alone}
      </p>
    </>
  )
}
