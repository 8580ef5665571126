import type { Context } from 'hono'
import { withoutModule } from '../access/members.ts'
import type { Site } from '../http/site.ts'
import type { RecordKind } from '../records/kind.ts'
import { recordText } from '../records/messages.ts'
import { requireReach } from '../records/reach.ts'
import { tagsWithin } from '../records/tags.ts'
import { readFrame } from './frame.ts'
import { listsText } from './messages.ts'
import { AssignPage } from './views/assign-page.tsx'
import { TagPage } from './views/tag-page.tsx'

type Asked = { owner?: string; department?: string; error?: string }

/** Asks who is to have these records. @throws Refusal 404 when one is out of reach */
export async function drawAssign(
  c: Context<Site>,
  kind: RecordKind,
  ids: string[],
  { owner, department, error }: Asked = {},
): Promise<Response> {
  const { scope } = c.var
  await requireReach(scope, kind, ids, kind.assign)
  const page = (
    <AssignPage
      scope={scope}
      kind={kind}
      frame={await readFrame(scope, kind)}
      unseeing={await withoutModule(scope, kind.module)}
      ids={ids}
      owner={owner}
      department={department}
      errors={error ? { owner: error } : undefined}
    />
  )
  return c.render(page, { title: recordText(scope.locale).pages.assign, status: error ? 422 : 200 })
}

/** Asks which tag these records are to get. @throws Refusal 404 when one is out of reach */
export async function drawTag(
  c: Context<Site>,
  kind: RecordKind,
  ids: string[],
  name?: string,
  error?: string,
): Promise<Response> {
  const { scope } = c.var
  await requireReach(scope, kind, ids, kind.edit)
  const page = (
    <TagPage
      scope={scope}
      kind={kind}
      tags={await tagsWithin(scope, kind)}
      ids={ids}
      name={name}
      errors={error ? { name: error } : undefined}
    />
  )
  return c.render(page, { title: listsText(scope.locale).tag, status: error ? 422 : 200 })
}
