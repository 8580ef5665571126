import { Card } from '../../../../views/card.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Progress } from '../../../../views/progress.tsx'
import { Stats } from '../../../../views/stat.tsx'
import { formatAgo, formatDay, formatNumber } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'
import type { Subject } from '../../../records/subjects.ts'
import type { Scope } from '../../../scope.ts'
import { printDate } from '../../../values/date.ts'
import type { Import } from '../../imports.ts'
import { undoDays } from '../../undo/keep.ts'
import { transferText } from '../messages.ts'

type Look = Pick<Scope, 'locale' | 'company' | 'now'>

/** Until when an import can be undone, in the company's days. */
export const lastDay = (
  { company, locale }: Look,
  { finishedAt }: Pick<Import, 'finishedAt'>,
): string =>
  finishedAt
    ? printDate(
        formatDay(company.timeZone, new Date(finishedAt.getTime() + undoDays * 86_400_000)),
        locale,
      )
    : ''

/** Asks before an import is taken back. */
export const UndoPage = ({ scope, found }: { scope: Look; found: Import }) => {
  const { locale } = scope
  const t = transferText(locale)
  const view = viewText(locale)
  const count = (value: number) => formatNumber(locale, value)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.undoTitle(found.fileName)}
        trail={[
          { href: '/admin/import', label: t.import },
          { href: `/admin/import/${found.id}`, label: found.fileName },
        ]}
      />
      <PageBody>
        <Card>
          <p>{t.undoText(count(found.updated), count(found.created))}</p>
          <p class="hint">{t.undoUntil(lastDay(scope, found))}</p>
          <Form
            t={view.form}
            action={`/admin/import/${found.id}/undo`}
            plain
            submit={t.undoSubmit}
            submitIcon="restore"
          />
        </Card>
      </PageBody>
    </>
  )
}

/** An undo that is under way. */
export const UndoProgress = ({ locale, found }: { locale: Locale; found: Import }) => {
  const t = transferText(locale)
  const done = found.restored + found.removed + found.left
  const all = found.created + found.updated
  return (
    <Progress
      t={viewText(locale).progress}
      label={t.undoing(found.fileName)}
      share={all > 0 ? Math.min(1, done / all) : undefined}
      note={t.progressOfRecords(formatNumber(locale, done))}
      pollHref={`/admin/import/${found.id}/progress`}
    />
  )
}

/** What came of an undo, and the records that it left alone. */
export const Undone = ({
  scope,
  found,
  left,
}: {
  scope: Look
  found: Import
  left: readonly Subject[]
}) => {
  const { locale, company } = scope
  const t = transferText(locale)
  const count = (value: number) => formatNumber(locale, value)
  return (
    <Card title={t.undone} testId="import-undone">
      {found.undoByName && found.undoneAt && (
        <p>
          {t.undoneBy(
            found.undoByName,
            formatAgo(locale, company.timeZone, found.undoneAt, scope.now()),
          )}
        </p>
      )}
      <Stats
        stats={[
          { label: t.restored, value: count(found.restored) },
          { label: t.removed, value: count(found.removed) },
          { label: t.leftAlone, value: count(found.left) },
        ]}
      />
      {found.left > 0 && (
        <>
          <p>
            <strong>{t.leftTitle}</strong>
          </p>
          <p class="hint">{t.leftText}</p>
          <ul>
            {left.map(({ href, name }) => (
              <li>
                <a href={href}>{name}</a>
              </li>
            ))}
            {found.left > left.length && <li>{t.andMore(count(found.left - left.length))}</li>}
          </ul>
        </>
      )}
    </Card>
  )
}
