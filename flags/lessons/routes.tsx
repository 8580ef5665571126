import { Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import type { Site } from '../../core/http/site.ts'
import { currentOf, readStages } from '../plan/stage-rows.ts'
import { registerRoutes } from '../register/routes.tsx'
import { readLessons } from './lessons.ts'
import { lessonsText } from './messages.ts'
import { lessonRegister } from './register.ts'
import { LessonsPage } from './views/lessons.tsx'

/** What was learned in the stages of the rollout. */
export const lessonRoutes = new Hono<Site>()

lessonRoutes.get('/', allow('core.rollout.view'), async (c) => {
  const { scope } = c.var
  const page = (
    <LessonsPage
      locale={scope.locale}
      lessons={await readLessons(scope)}
      stage={currentOf(await readStages(scope))?.code}
      mayManage={may(scope.user, 'core.rollout.manage')}
    />
  )
  return c.render(page, { title: lessonsText(scope.locale).title })
})

lessonRoutes.route('/', registerRoutes(lessonRegister))
