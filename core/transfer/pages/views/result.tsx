import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Progress } from '../../../../views/progress.tsx'
import { Stats } from '../../../../views/stat.tsx'
import { formatNumber } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'
import type { Subject } from '../../../records/subjects.ts'
import type { Scope } from '../../../scope.ts'
import { hasUndoStopped, type Import } from '../../imports.ts'
import { sayTransferProblem } from '../../refusal.ts'
import type { Transfer } from '../../transfer.ts'
import { undoDays } from '../../undo/keep.ts'
import { transferText } from '../messages.ts'
import { lastDay, Undone, UndoProgress } from './undo.tsx'
import { UndoStopped } from './undo-stopped.tsx'

type Props = {
  scope: Pick<Scope, 'locale' | 'company' | 'now'>
  found: Import
  transfer: Transfer | undefined
  /** Whether the module of these records is on for the reader. */
  open: boolean
  /** Whether the reader may undo it. */
  mayUndo: boolean
  /** What an undo left alone. */
  left: readonly Subject[]
}

/** The bar of a file that is read or imported; when that ends, the page it stands on is loaded anew. */
export const ImportProgress = ({ locale, found }: { locale: Locale; found: Import }) => {
  const t = transferText(locale)
  const count = (value: number) => formatNumber(locale, value)
  const reading = found.state === 'reading'
  const [done, total] = [count(found.doneRows), count(found.totalRows)]
  return (
    <Progress
      t={viewText(locale).progress}
      label={reading ? t.reading(found.fileName) : t.importing(found.fileName)}
      share={found.totalRows > 0 ? found.doneRows / found.totalRows : undefined}
      note={found.totalRows > 0 ? t.progress(done, total) : t.rowsSoFar(done)}
      pollHref={`/admin/import/${found.id}/progress`}
      actions={
        <form method="post" action={`/admin/import/${found.id}/cancel`}>
          <Button>{t.cancel}</Button>
        </form>
      }
    />
  )
}

/** What came of every row, in numbers that add up to the file's. */
export const ImportResultPage = ({ scope, found, transfer, open, mayUndo, left }: Props) => {
  const { locale } = scope
  const t = transferText(locale)
  const view = viewText(locale)
  const count = (value: number) => formatNumber(locale, value)
  const missed = found.totalRows - found.doneRows
  return (
    <>
      <PageHead
        t={view.page}
        title={found.fileName}
        trail={[{ href: '/admin/import', label: t.import }]}
        actions={
          transfer && (
            <LinkButton href={open ? transfer.listHref : '/admin/modules'} kind="primary">
              {open ? t.toList : t.toModules}
            </LinkButton>
          )
        }
      />
      <PageBody>
        {found.state === 'running' || found.state === 'reading' ? (
          <ImportProgress locale={locale} found={found} />
        ) : (
          <Card title={t.states[found.state]} testId="import-result">
            {found.failure && (
              <p class="warning" role="alert">
                {found.problem
                  ? sayTransferProblem(found.problem, locale)
                  : (t.failures[found.failure as keyof typeof t.failures] ?? found.failure)}
              </p>
            )}
            {found.totalRows > 0 && (
              <>
                <Stats
                  stats={[
                    { label: t.created, value: count(found.created) },
                    { label: t.updated, value: count(found.updated) },
                    { label: t.skipped, value: count(found.skipped) },
                    { label: t.rejected, value: count(found.rejected) },
                  ]}
                />
                <p>{missed > 0 ? t.notReached(count(missed)) : t.addsUp(count(found.totalRows))}</p>
              </>
            )}
            <div class="actions">
              {found.rejected > 0 && found.fileKept && (
                <LinkButton
                  href={`/admin/import/${found.id}/rejected.csv`}
                  icon="download"
                  download
                >
                  {t.rejectsFile[found.format]}
                </LinkButton>
              )}
              <LinkButton href={`/admin/import?kind=${found.kind}`}>{t.again}</LinkButton>
              {mayUndo && (
                <LinkButton href={`/admin/import/${found.id}/undo`} icon="restore">
                  {t.undo}
                </LinkButton>
              )}
            </div>
            {mayUndo && <p class="hint">{t.undoUntil(lastDay(scope, found))}</p>}
            {!found.fileKept && <p class="hint">{t.fileGone(String(undoDays))}</p>}
          </Card>
        )}
        {hasUndoStopped(found) && <UndoStopped locale={locale} found={found} mayUndo={mayUndo} />}
        {found.undoneAt && <Undone scope={scope} found={found} left={left} />}
        {found.undoStartedAt && !found.undoneAt && <UndoProgress locale={locale} found={found} />}
      </PageBody>
    </>
  )
}
