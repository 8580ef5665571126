import type { Directory } from '../../../../core/access/directory.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { reportsText } from '../messages.ts'
import { type ReportState, spans } from '../state.ts'

type Props = { scope: Scope; state: ReportState; directory: Directory; action: string }

/** The period of a report, and whose deals it counts. */
export const ReportFilters = ({ scope, state, directory, action }: Props) => {
  const t = reportsText(scope.locale)
  const form = { t: viewText(scope.locale).form, form: 'report' }
  return (
    <form id="report" method="get" action={action} class="report-filters">
      <Field
        {...form}
        kind="select"
        name="span"
        label={t.span}
        value={state.span}
        options={spans.map((value) => ({ value, label: t.spans[value] }))}
      />
      <Field
        {...form}
        kind="date"
        name="from"
        label={t.from}
        value={state.span === 'own' ? state.period.from : ''}
      />
      <Field
        {...form}
        kind="date"
        name="to"
        label={t.to}
        value={state.span === 'own' ? state.period.to : ''}
      />
      <Field
        {...form}
        kind="person"
        name="owner"
        label={t.owner}
        value={state.owner}
        none={t.anybody}
        options={directory.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        {...form}
        kind="select"
        name="department"
        label={t.department}
        value={state.department}
        none={t.any}
        options={directory.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {state.pipelines.length > 1 && (
        <Field
          {...form}
          kind="select"
          name="pipeline"
          label={t.pipeline}
          value={state.pipeline?.name}
          none={t.any}
          options={state.pipelines.map(({ name }) => ({ value: name, label: name }))}
        />
      )}
      <Button>{t.show}</Button>
    </form>
  )
}
