import { formatNumber } from '../i18n/format.ts'
import type { Import } from '../transfer/imports.ts'
import { transferText } from '../transfer/pages/messages.ts'
import type { Rehearsal } from '../transfer/rehearse.ts'
import { sayCellProblem } from '../transfer/rejects.ts'
import { type Io, report } from './io.ts'

/** Says what came of an import, and why it ended early if it did. */
export function tellImport(io: Io, asJson: boolean, found: Import, rejects: string | null): void {
  if (found.state !== 'done') io.complain(whyEarly(found))
  const handed = rejects
    ? ` The rejected rows are in ${rejects} with the reasons: mend them and import that file.`
    : ''
  report(io, asJson, `${found.fileName}: ${counted(found)}.${handed}`, {
    import: found.id,
    ...counts(found),
    rejects,
  })
}

/** Says what came of an undo. */
export function tellUndo(io: Io, asJson: boolean, found: Import): void {
  const { id, fileName, restored, removed, left } = found
  const number = (value: number) => formatNumber('en', value)
  const line = found.undoneAt
    ? `${fileName}: ${number(restored)} restored, ${number(removed)} archived, ${number(left)} left alone because somebody has touched them since.`
    : `${fileName}: the undo stopped before its end, as the person may not import this any more.`
  report(io, asJson, line, { import: id, restored, removed, left })
}

/** Says what would come of an import, and the first rows that would be rejected. */
export function tellRehearsal(
  io: Io,
  asJson: boolean,
  { import: found, rejects }: Rehearsal,
): void {
  const problems = rejects.map(({ rowNumber, problems }) => ({
    row: rowNumber,
    reason: problems.map((problem) => sayCellProblem(problem, 'en')).join(' '),
  }))
  const lines = [
    `${found.fileName} was only tried, nothing is written. It would be: ${counted(found)}.`,
    ...problems.map(({ row, reason }) => `  row ${row}: ${reason}`),
    ...(found.rejected > problems.length ? [`  and ${found.rejected - problems.length} more`] : []),
  ]
  report(io, asJson, lines.join('\n'), { ...counts(found), rejects: null, problems })
}

const counts = ({ created, updated, skipped, rejected }: Import) => ({
  created,
  updated,
  skipped,
  rejected,
})

const counted = ({ created, updated, skipped, rejected }: Import): string => {
  const number = (value: number) => formatNumber('en', value)
  return `${number(created)} created, ${number(updated)} updated, ${number(skipped)} unchanged, ${number(rejected)} rejected`
}

function whyEarly({ state, failure, totalRows, doneRows }: Import): string {
  const t = transferText('en')
  const why =
    state === 'failed'
      ? t.failures[failure as keyof typeof t.failures]
      : state === 'running'
        ? 'This command was away for too long, and the server goes on with it: look at its page.'
        : 'It was cancelled. The rows written before stay.'
  return `${why} ${t.notReached(formatNumber('en', totalRows - doneRows))}`
}
