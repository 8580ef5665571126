import type { Context } from 'hono'
import { Diff, type DiffField } from '../../views/diff.tsx'
import { viewText } from '../../views/messages.ts'
import { PageBody, PageHead } from '../../views/page.tsx'
import type { Site } from '../http/site.ts'
import { formatMoment } from '../i18n/format.ts'

type Conflict = {
  /** The record's name, and the page it is saved from. */
  title: string
  action: string
  /** Every field of the form; those that are the same on both sides are sent along unseen. */
  fields: readonly DiffField[]
  /** The version that was saved meanwhile, by whom, and when. */
  version: number
  savedBy: string | null
  savedAt: Date
}

/** Answers a version conflict with both sides, 409: nothing was written, nothing typed is lost. */
export function drawConflict(c: Context<Site>, conflict: Conflict): Response | Promise<Response> {
  const { scope } = c.var
  const view = viewText(scope.locale)
  const [lost, kept] = [true, false].map((gone) =>
    conflict.fields.filter((field) => (field.lost !== undefined) === gone),
  ) as [DiffField[], DiffField[]]
  const same = kept.filter((field) => field.theirs === field.yours)
  const page = (
    <>
      <PageHead t={view.page} title={conflict.title} />
      <PageBody wide>
        <Diff
          t={view.diff}
          action={conflict.action}
          cancelHref={conflict.action}
          version={conflict.version}
          lost={lost}
          fields={kept.filter((field) => field.theirs !== field.yours)}
          hidden={same.map((field) => [field.name, field.theirs])}
          who={conflict.savedBy ?? view.productName}
          when={formatMoment(scope.locale, scope.company.timeZone, conflict.savedAt)}
        />
      </PageBody>
    </>
  )
  return c.render(page, { title: conflict.title, status: 409 })
}
