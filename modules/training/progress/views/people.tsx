import { coreText } from '../../../../core/i18n/messages.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Button } from '../../../../views/button.tsx'
import { Confirm } from '../../../../views/confirm.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import { isOpen } from '../../learning/my-learning.ts'
import { progressText } from '../messages.ts'
import type { Line } from '../reading.ts'
import { progressTabs } from './tabs.ts'

type Props = { scope: Scope; lines: readonly Line[]; query: string; mayChange: boolean }

/** The people behind a number, who is late first; with what can be done for each. */
export const PeoplePage = ({ scope, lines, query, mayChange }: Props) => {
  const { locale } = scope
  const t = progressText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        tabs={progressTabs(scope, 'people', true)}
        actions={
          lines.length > 0 && (
            <form method="post" action={`/training/progress/export${query}`}>
              <Button icon="download">{t.exported}</Button>
            </form>
          )
        }
      />
      <PageBody wide>
        <p class="hint">{t.purpose}</p>
        {lines.length === 0 ? (
          <Empty icon="users" title={t.people} text={t.noLines} />
        ) : (
          <ul class="courses" data-testid="people">
            {lines.map((line) => (
              <OneLine {...{ scope, line, mayChange }} mayRemind />
            ))}
          </ul>
        )}
      </PageBody>
    </>
  )
}

type LineProps = { scope: Scope; line: Line; mayChange?: boolean; mayRemind?: boolean }

/** One person and one course, with what the reader can do about it. */
export const OneLine = ({ scope, line, mayChange, mayRemind }: LineProps) => {
  const { locale } = scope
  const t = progressText(locale)
  const open = isOpen(line.status)
  const words = learningText(locale)
  const notes = [line.department, line.code, sayIn(locale, line.titles)]
  const due =
    open && line.dueOn && (line.late ? words.late : words.dueOn)(printDate(line.dueOn, locale))
  return (
    <li data-testid="line">
      <div class="what">
        <span>{line.name}</span>
        <small>{[...notes, due, line.tourRead && t.tourRead].filter(Boolean).join(' · ')}</small>
      </div>
      {line.late ? (
        <Pill text={t.isLate} tone="red" />
      ) : (
        <Pill
          text={line.valid ? t.valid : learningText(locale).statuses[line.status]}
          tone={line.valid ? 'green' : 'grey'}
        />
      )}
      {mayRemind && open && !line.valid && (
        <form method="post" action={`/training/assignments/${line.id}/remind`}>
          <Button small kind="quiet" icon="bell">
            {t.remind}
          </Button>
        </form>
      )}
      {mayChange && !line.valid && line.status !== 'expired' && <Changes {...{ scope, line }} />}
    </li>
  )
}

/** What those who teach can change: another day, or letting off with a reason. */
const Changes = ({ scope, line }: { scope: Scope; line: Line }) => {
  const { locale } = scope
  const t = progressText(locale)
  const view = viewText(locale)
  const href = `/training/assignments/${line.id}`
  return (
    <details class="inline-change">
      <summary>{t.change}</summary>
      <form class="actions" method="post" action={`${href}/extend`}>
        <Field
          t={view.form}
          form={`extend-${line.id}`}
          kind="date"
          name="dueOn"
          label={t.extendDay}
          value={line.dueOn ?? ''}
        />
        <Button small>{t.extend}</Button>
      </form>
      <Confirm
        t={view.confirm}
        id={`waive-${line.id}`}
        trigger={{ label: t.waive, small: true }}
        title={t.waiveTitle}
        text={t.waiveText}
        action={`${href}/waive`}
        submit={t.waive}
        danger
      >
        <Field
          t={view.form}
          form={`waive-${line.id}`}
          kind="text"
          name="reason"
          label={coreText(locale).reason}
          required
        />
      </Confirm>
    </details>
  )
}
