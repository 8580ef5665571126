import type { Context } from 'hono'
import { readMembers } from '../../core/access/members.ts'
import { may } from '../../core/access/person.ts'
import { attachmentsOf } from '../../core/attachments/attachments.ts'
import { readTogether } from '../../core/db/together.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import { onceKey } from '../../core/http/once.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import type { Site } from '../../core/http/site.ts'
import type { Scope } from '../../core/scope.ts'
import { readBefore, readOthers } from './dependencies.ts'
import { planText } from './messages.ts'
import { aboutWork, mayDo } from './record.ts'
import { Beside } from './views/beside.tsx'
import { ItemPage } from './views/item.tsx'
import { ItemFactsPage } from './views/item-facts.tsx'
import { titleOf } from './wording.ts'
import { readWorkItem, type WorkItem } from './work-items.ts'

/** What is said once a piece of work is saved. */
export const saved = (c: Context<Site>) => ({
  ...{ kind: 'success' as const, text: planText(c.var.scope.locale).saved },
})

/** @throws Refusal 404 for what this company has not, and for what is not for this person to see */
export async function itemOf(c: Context<Site>): Promise<WorkItem> {
  const { scope } = c.var
  const item = await readWorkItem(scope, pathId(c))
  if (!item || !(mayDo(scope, item) || may(scope.user, 'core.rollout.view'))) throw notFound()
  return item
}

/** The form of a piece of work as it stands. @param wrong what is wrong with what it shall wait for */
export function drawItem(c: Context<Site>, item: WorkItem, wrong?: string) {
  const { stage, title, note, ownerId, dueOn, version } = item
  const raw = {
    ...{ stage, note, dueOn, owner: ownerId ?? '', version: String(version) },
    title: title ?? titleOf(c.var.scope.locale, item),
  }
  return draw(c, item, raw, undefined, wrong)
}

/** The same for those who may only look, or who do it. */
export async function drawFacts(c: Context<Site>, item: WorkItem) {
  const { scope } = c.var
  const page = <ItemFactsPage scope={scope} item={item} {...(await readBeside(scope, item))} />
  return c.render(page, { title: titleOf(scope.locale, item) })
}

/** What stands beside a piece of work: what it waits for, and what proves that it is done. */
const readBeside = async (scope: Scope, item: WorkItem) => ({
  before: await readBefore(scope, item.id),
  files: (await readTogether(scope.db, { files: attachmentsOf(scope, aboutWork(item)) })).files,
  mayDo: mayDo(scope, item),
  onceFile: onceKey(),
})

/** Draws the form of a piece of work, with what was wrong. */
export async function draw(
  c: Context<Site>,
  item: WorkItem | undefined,
  raw: Raw,
  errors?: Errors,
  wrong?: string,
) {
  const { scope } = c.var
  const t = planText(scope.locale)
  const title = item ? titleOf(scope.locale, item) : t.newItem
  const page = (
    <ItemPage
      locale={scope.locale}
      title={title}
      item={item}
      people={await readMembers(scope)}
      raw={raw}
      errors={errors}
      once={onceKey(raw)}
    >
      {item && (
        <Beside
          scope={scope}
          item={item}
          {...(await readBeside(scope, item))}
          others={await readOthers(scope, item.id)}
          wrong={wrong}
        />
      )}
    </ItemPage>
  )
  return c.render(page, { title, status: errors || wrong ? 422 : 200 })
}
