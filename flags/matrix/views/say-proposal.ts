import type { Locale } from '../../../core/i18n/locale.ts'
import { flagsText } from '../../messages.ts'
import type { Directory } from '../../names.ts'
import { moduleFlag } from '../../strategies.ts'
import { saySubjects } from '../../words.ts'
import { matrixText } from '../messages.ts'
import type { Proposal } from '../proposals.ts'

/** What somebody wants, in one sentence: "Contacts in Sales: Pilot". */
export function sayProposal(locale: Locale, proposal: Proposal, directory: Directory): string {
  const t = matrixText(locale)
  if (proposal.strictness) return t.proposals.loosen(t.strictness.names[proposal.strictness])
  const { module, intent, rows } = proposal
  const title = directory.flag(moduleFlag(module ?? ''))
  const cell = intent?.cell
  if (cell?.state) {
    const place = cell.department ? directory.department(cell.department) : t.company
    return t.preview.result(title, place, t.states[cell.state])
  }
  const subjects = saySubjects(locale, rows?.audiences ?? [], directory)
  const { result, closed } = flagsText(locale).preview
  return `${title} · ${subjects ? result(subjects) : closed}`
}
