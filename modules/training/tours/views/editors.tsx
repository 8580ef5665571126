import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Editor, type EditorProps } from '../../studio/views/editors.tsx'
import { BothLanguages } from '../../studio/views/fields.tsx'
import type { Goal } from '../effect.ts'
import { tourText } from '../messages.ts'
import { StepFields } from './step-fields.tsx'

/** What a tour is about. */
export const TourEditor = (props: EditorProps & { goals: readonly Goal[] }) => {
  const { locale, raw, errors = {}, goals } = props
  const t = tourText(locale).studio
  const form = { t: viewText(locale).form }
  return (
    <Editor {...props}>
      <BothLanguages {...{ locale, raw, errors }} name="title" label={t.name} />
      <Field
        {...form}
        kind="text"
        name="start"
        label={t.start}
        hint={t.startHint}
        value={raw.start}
        error={errors.start}
        required
      />
      <Field
        {...form}
        kind="toggle"
        name="offered"
        label={t.offered}
        hint={t.offeredHint}
        checked={raw.offered === 'on'}
      />
      <Field
        {...form}
        kind="select"
        name="goal"
        label={t.goal}
        hint={t.goalHint}
        none={t.noGoal}
        value={raw.goal}
        options={goals.map(({ key, label }) => ({ value: key, label: label[locale] }))}
      />
    </Editor>
  )
}

/** One step, for whoever writes without scripts. */
export const StepEditor = (props: EditorProps & { path: string }) => {
  const { locale, raw, errors = {}, path } = props
  return (
    <Editor {...props} id="step">
      <StepFields {...{ locale, path, raw, errors }} />
    </Editor>
  )
}
