import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { reportsText } from '../messages.ts'
import type { ReportState } from '../state.ts'

type Props = { scope: Scope; state: ReportState }

/** Which pipeline a report is about, where there are several. */
export const PipelineField = ({ scope, state: { pipeline, pipelines } }: Props) => {
  const t = reportsText(scope.locale)
  if (pipelines.length < 2) return null
  return (
    <Field
      t={viewText(scope.locale).form}
      form="report"
      kind="select"
      name="pipeline"
      label={t.pipeline}
      value={pipeline?.name}
      none={t.any}
      options={pipelines.map(({ name }) => ({ value: name, label: name }))}
    />
  )
}
