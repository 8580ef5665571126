import type { Child } from 'hono/jsx'
import { Button } from '../../../views/button.tsx'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Directory } from '../../access/directory.ts'
import type { Scope } from '../../scope.ts'
import { reportsText } from '../messages.ts'
import { type ReportState, spans } from '../state.ts'

type Props = {
  scope: Scope
  state: ReportState
  directory: Directory
  action: string
  children?: Child
}

/** The period of a report, and whose records it counts. */
export const ReportFilters = ({ scope, state, directory, action, children }: Props) => {
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
      {children}
      <Button>{t.show}</Button>
    </form>
  )
}
