import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Whereabouts } from '../../../../views/whereabouts.tsx'
import { activityText } from '../messages.ts'

type Props = { scope: Scope; form?: string; raw: Raw; errors?: Errors }

/** Where a visit was; shown while a visit is chosen. */
export const PlaceFields = ({ scope, form, raw, errors }: Props) => {
  const t = activityText(scope.locale)
  return (
    <div class="only-visits">
      <Field
        t={viewText(scope.locale).form}
        form={form}
        kind="text"
        name="place"
        label={t.place}
        placeholder={t.placeHint}
        value={raw.place}
        error={errors?.place ?? errors?.latitude ?? errors?.longitude}
      />
      <Whereabouts
        t={viewText(scope.locale).whereabouts}
        latitude={raw.latitude}
        longitude={raw.longitude}
      />
    </div>
  )
}
