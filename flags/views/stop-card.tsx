import type { Locale } from '../../core/i18n/locale.ts'
import type { Module } from '../../core/module.ts'
import { Button } from '../../views/button.tsx'
import { Card } from '../../views/card.tsx'
import { Field } from '../../views/field.tsx'
import { viewText } from '../../views/messages.ts'
import { flagsText } from '../messages.ts'
import type { Kill } from '../snapshot.ts'

type Props = {
  locale: Locale
  module: Module
  kill: Kill | undefined
  moment: (iso: string) => string
  error?: string | undefined
}

/** Stops a module for everybody, or starts a stopped one again. */
export const StopCard = ({ locale, module, kill, moment, error }: Props) => {
  const t = flagsText(locale)
  return (
    <Card title={kill ? t.stop.startTitle : t.stop.title} testId="stop">
      <form
        id="stop"
        class="form"
        method="post"
        action={`/admin/modules/${module.id}/${kill ? 'start' : 'stop'}`}
        novalidate
      >
        {kill && <p>{t.why.killed(module.title[locale], moment(kill.since), kill.reason)}</p>}
        <p class="hint">{kill ? t.stop.startText : t.stop.text}</p>
        <Field
          t={viewText(locale).form}
          form="stop"
          kind="text"
          name="reason"
          label={t.preview.reason}
          required
          error={error}
        />
        <div class="actions">
          <Button kind={kill ? 'primary' : 'danger'} icon={kill ? 'player-play' : 'ban'}>
            {kill ? t.stop.start : t.stop.stop}
          </Button>
        </div>
      </form>
    </Card>
  )
}
