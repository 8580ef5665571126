import type { Hono } from 'hono'
import { readPerson } from '../access/people.ts'
import { may } from '../access/person.ts'
import { whoMaySee } from '../access/seers.ts'
import { isId } from '../db/id.ts'
import { tell } from '../events.ts'
import { allow } from '../http/allow.ts'
import { readForm } from '../http/form.ts'
import { pathId } from '../http/path-id.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { notify } from '../notify/notify.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { addCollaborator, removeCollaborator } from './collaborators.ts'
import type { RecordKind } from './kind.ts'
import { recordText } from './messages.ts'
import { requireReach } from './reach.ts'
import { addToTimeline } from './timeline.ts'

/** Who may see no record of this kind at all would see none by collaborating either. */
async function mayWorkHere(scope: Scope, registry: Registry, { view }: RecordKind, id: string) {
  const found = await readPerson(scope.db, registry.permissions, scope.company.id, id)
  return found !== undefined && may(found.person, view)
}

/** Sharing a record with colleagues; who may give it away may also share it. */
export function addCollaboratorRoutes(routes: Hono<Site>, kind: RecordKind): void {
  const assign = allow(kind.assign)
  const page = (id: string) => `${kind.href}/${id}`

  routes.post('/:id/collaborators', assign, async (c) => {
    const { scope, product } = c.var
    const about = { object: kind.object, recordId: pathId(c) }
    await requireReach(scope, kind, [about.recordId], kind.assign)
    const t = recordText(scope.locale).pages.collaborators
    const { person = '' } = (await readForm(c)).raw
    const { colleagues } = await product.directories.of(scope)
    const colleague = colleagues.find(({ id }) => id === person)
    const permitted = colleague && (await mayWorkHere(scope, product.registry, kind, person))
    const came = permitted ? await addCollaborator(scope, about, person) : 'gone'
    const name = colleague?.name ?? ''
    if (came === 'gone' || came === 'full')
      return go(c, page(about.recordId), { kind: 'danger', text: t[came] })
    if (came === 'added')
      await Promise.all([
        addToTimeline(scope, kind.object, about.recordId, `${kind.module}.shared`, { name }),
        tell(product.registry, scope, `${kind.object}.shared`, { id: about.recordId, person }),
        notify(scope, [person], `${kind.module}.shared`, about),
      ])
    const sees = (await whoMaySee(scope, product.registry, [person], about)).size > 0
    return go(c, page(about.recordId), {
      kind: sees ? 'success' : 'info',
      text: sees ? t.added(name) : t.addedUnseen(name),
    })
  })

  routes.post('/:id/collaborators/remove', assign, async (c) => {
    const { scope, product } = c.var
    const about = { object: kind.object, recordId: pathId(c) }
    await requireReach(scope, kind, [about.recordId], kind.assign)
    const { person = '' } = (await readForm(c)).raw
    const { colleagues } = await product.directories.of(scope)
    const name = colleagues.find(({ id }) => id === person)?.name ?? ''
    if (!isId(person) || !(await removeCollaborator(scope, about, person)))
      return go(c, page(about.recordId))
    await Promise.all([
      addToTimeline(scope, kind.object, about.recordId, `${kind.module}.unshared`, { name }),
      tell(product.registry, scope, `${kind.object}.unshared`, { id: about.recordId, person }),
    ])
    const text = recordText(scope.locale).pages.collaborators.removed(name)
    return go(c, page(about.recordId), { kind: 'success', text })
  })
}
