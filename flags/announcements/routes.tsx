import { Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { allowAll } from '../../core/http/allow.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { registerRoutes } from '../register/routes.tsx'
import { markAsRead, readAnnouncements, readSignOffs, signOff } from './announcements.ts'
import { announcementText } from './messages.ts'
import { announcementRegister } from './register.ts'
import { AnnouncementPage, AnnouncementsPage } from './views/announcements.tsx'

/** Announcements: who runs the rollout sees all, everybody else what is meant for them. */
export const announcementRoutes = new Hono<Site>()

const place = '/rollout/announcements'
const manage = 'core.rollout.manage'

announcementRoutes.get('/', allowAll, async (c) => {
  const { scope } = c.var
  const mayManage = may(scope.user, manage)
  const announcements = await readAnnouncements(scope, { own: !mayManage })
  const page = <AnnouncementsPage {...{ scope, announcements, mayManage }} />
  return c.render(page, { title: announcementText(scope.locale).title })
})

announcementRoutes.route('/', registerRoutes(announcementRegister))

announcementRoutes.get('/:id', allowAll, async (c) => {
  const { scope } = c.var
  const id = pathId(c)
  const mayManage = may(scope.user, manage)
  const [meant] = await readAnnouncements(scope, { own: true, id })
  const one = meant ?? (mayManage ? (await readAnnouncements(scope, { id }))[0] : undefined)
  if (!one) throw notFound()
  const signOffs = await readSignOffs(scope, id)
  const { departmentId, roles } = scope.user
  const isSigned = signOffs.some((signed) => signed.departmentId === departmentId)
  const page = (
    <AnnouncementPage
      {...{ scope, one, signOffs, mayManage }}
      isMeant={meant !== undefined}
      maySignOff={Boolean(
        meant && one.signOff && departmentId && roles.includes('lead') && !isSigned,
      )}
    />
  )
  return c.render(page, { title: one.title })
})

announcementRoutes.post('/:id/read', allowAll, async (c) => {
  const { scope } = c.var
  await markAsRead(scope, pathId(c))
  return go(c, place, { kind: 'success', text: announcementText(scope.locale).marked })
})

announcementRoutes.post('/:id/sign-off', allowAll, async (c) => {
  const { scope } = c.var
  const id = pathId(c)
  await signOff(scope, id)
  const text = announcementText(scope.locale).signed
  return go(c, `${place}/${id}`, { kind: 'success', text })
})
