import { formatMoment } from '../../../core/i18n/format.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { gatesText } from '../messages.ts'
import type { Unfit } from '../moment.ts'
import type { RoomProps } from './room.tsx'

/** Going through the gate by itself at a set time. */
export const ScheduleCard = (props: RoomProps) => {
  const { locale, timeZone, gate, advance, raw, errors = {} } = props
  const t = gatesText(locale)
  const view = viewText(locale)
  const place = `/rollout/gates/${gate.code}`
  return (
    <Card title={t.schedule} testId="schedule">
      <p class="hint">{t.scheduleText}</p>
      {advance && (
        <>
          <p>{t.planned(formatMoment(locale, timeZone, advance.dueAt), advance.planner)}</p>
          {advance.note && <p class="hint">{t.putOff(t.unfit[advance.note as Unfit])}</p>}
          <form method="post" action={`${place}/call-off`}>
            <Button>{t.callOff}</Button>
          </form>
        </>
      )}
      {!advance && (
        <Form
          t={view.form}
          id="schedule"
          action={`${place}/plan`}
          errors={errors.at ? { at: errors.at } : {}}
          submit={t.plan}
          plain
        >
          <Field
            t={view.form}
            form="schedule"
            kind="text"
            name="at"
            label={t.at}
            value={raw.at}
            error={errors.at}
          />
        </Form>
      )}
    </Card>
  )
}
