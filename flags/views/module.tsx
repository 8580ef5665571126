import type { Child } from 'hono/jsx'
import { formatDay } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { LinkButton } from '../../views/button.tsx'
import { Card } from '../../views/card.tsx'
import { viewText } from '../../views/messages.ts'
import { PageBody, PageHead } from '../../views/page.tsx'
import { type Column, Table } from '../../views/table.tsx'
import { flagsText } from '../messages.ts'
import type { Directory } from '../names.ts'
import type { Audience } from '../snapshot.ts'
import type { Standing } from '../standing.ts'
import { saySubjects } from '../words.ts'
import { MemberNames } from './member-names.tsx'
import { standPill } from './modules.tsx'
import { StopCard } from './stop-card.tsx'

type Props = {
  locale: Locale
  timeZone: string
  standing: Standing
  directory: Directory
  /** Titles of the modules this one needs. */
  needs: readonly string[]
  stopError?: string
  /** The form to change it, and its history. */
  form: Child
  history: Child
  /** Where the latest change can be taken back. */
  undoHref?: string | undefined
}

/** One module: who has it, the form to change that, the emergency stop, the history. */
export const ModulePage = ({ locale, timeZone, standing, directory, ...props }: Props) => {
  const t = flagsText(locale)
  const { module, rows, members, stand } = standing
  const stop = (
    <StopCard
      locale={locale}
      module={module}
      kill={rows.kill}
      moment={directory.moment}
      error={props.stopError}
    />
  )
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={module.title[locale]}
        note={standPill(locale, stand)}
        trail={[{ href: '/admin/modules', label: t.modules.title }]}
      />
      <PageBody>
        <div class="stack">
          <p>{module.about[locale]}</p>
          {props.needs.length > 0 && (
            <p class="hint">{t.modules.needs(new Intl.ListFormat(locale).format(props.needs))}</p>
          )}
          {rows.kill && stop}
          <Card title={t.modules.whoHasIt} testId="members">
            {members.length === 0 ? (
              <p>{t.modules.nobodyHasIt}</p>
            ) : (
              <>
                <p>{t.modules.has(members.length)}</p>
                <MemberNames locale={locale} members={members} />
              </>
            )}
          </Card>
          {rows.audiences.length > 0 && (
            <Card title={t.modules.openFor} flush>
              <Table
                t={viewText(locale).table}
                caption={t.modules.openFor}
                columns={columns({ locale, timeZone, directory })}
                rows={rows.audiences}
                rowId={(row) => row.id}
                rowName={(row) => row.kind}
              />
            </Card>
          )}
          <Card title={t.change.title}>{props.form}</Card>
          {!rows.kill && stop}
          <Card
            title={t.history.title}
            testId="history"
            actions={
              props.undoHref && (
                <LinkButton href={props.undoHref} icon="arrow-back-up" small>
                  {t.history.undo}
                </LinkButton>
              )
            }
          >
            {props.history}
          </Card>
        </div>
      </PageBody>
    </>
  )
}

const columns = ({
  locale,
  timeZone,
  directory,
}: Pick<Props, 'locale' | 'timeZone' | 'directory'>) => {
  const t = flagsText(locale).modules
  const list: Column<Audience>[] = [
    { key: 'subject', label: t.subject, cell: (row) => subjectOf(locale, row, directory) },
    {
      key: 'may',
      label: t.may,
      cell: (row) => (row.variant === 'read' ? t.mayRead : t.mayWrite),
    },
    {
      key: 'since',
      label: t.since,
      quiet: true,
      cell: (row) => formatDay(timeZone, new Date(row.since)),
    },
    { key: 'reason', label: t.reason, quiet: true, cell: (row) => row.reason },
  ]
  return list
}

const subjectOf = (locale: Locale, row: Audience, directory: Directory): string =>
  row.kind === 'person'
    ? (directory.person(row.person) ?? row.person)
    : saySubjects(locale, [row], directory)
