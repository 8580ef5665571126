import { attach, largestMailed } from '../../../core/attachments/attachments.ts'
import type { Env } from '../../../core/env.ts'
import type { Scope } from '../../../core/scope.ts'
import type { LinkedFile } from '../conversation/writing.ts'
import type { MailFile } from '../mail/reading.ts'
import { ticketKind } from '../tickets/kind.ts'
import { incomingText } from './messages.ts'

/** More files than this come with no mail that somebody wrote. */
const most = 50

/**
 * Puts the files of a mail on its ticket.
 * @returns those kept, and a sentence for each that was not kept, so that nobody looks for it in vain
 */
export async function keepFiles(
  scope: Scope,
  env: Pick<Env, 'DATA_DIR'>,
  ticketId: string,
  files: readonly MailFile[],
): Promise<{ kept: LinkedFile[]; lost: string[] }> {
  const t = incomingText(scope.locale)
  const kept: LinkedFile[] = []
  const lost = files.slice(most).map(({ name }) => t.lostFile(name, t.lost.tooMany))
  for (const { name, bytes, contentId } of files.slice(0, most)) {
    const about = { object: ticketKind.object, recordId: ticketId }
    const file = new File([bytes as BlobPart], name)
    const placed = await attach(env, scope, about, file, { largest: largestMailed })
    if (typeof placed === 'string') lost.push(t.lostFile(name, t.lost[placed]))
    else kept.push({ fileId: placed.id, contentId })
  }
  return { kept, lost }
}
