import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { readSettings } from '../access/settings.ts'
import { sayIn } from '../courses/content.ts'
import { installCurriculum, isInstalled } from '../curriculum/installing.ts'
import { teach } from '../permissions.ts'
import { courseRoutes } from './course-routes.tsx'
import { studioText } from './messages.ts'
import { publishRoutes } from './publish-routes.tsx'
import { questionRoutes } from './question-routes.tsx'
import { readAsked, readCourse, readWritten } from './reading.ts'
import { WrittenCoursePage } from './views/course.tsx'
import { StudioPage } from './views/studio.tsx'
import { warningsOf } from './warnings.ts'

/** Where courses are written. */
export const studioRoutes = new Hono<Site>()

const teacher = allow(teach)

studioRoutes.get('/studio', teacher, async (c) => {
  const { scope } = c.var
  const [courses, installed] = await Promise.all([readWritten(scope), isInstalled(scope)])
  const page = <StudioPage {...{ scope, courses }} canInstall={!installed} />
  return c.render(page, { title: studioText(scope.locale).title })
})

studioRoutes.route('/studio', courseRoutes)
studioRoutes.route('/studio', questionRoutes)
studioRoutes.route('/studio', publishRoutes)

studioRoutes.post('/studio/install', teacher, async (c) => {
  const { scope } = c.var
  const count = formatNumber(scope.locale, await installCurriculum(scope))
  const text = studioText(scope.locale).installed(count)
  return go(c, '/training/studio', { kind: 'success', text })
})

studioRoutes.get('/studio/courses/:id', teacher, async (c) => {
  const { scope } = c.var
  const course = await readCourse(scope, pathId(c))
  const questions = await readAsked(scope, course.id)
  const warnings = warningsOf(course.draft, questions)
  const { secondReviewer } = await readSettings(scope)
  const page = <WrittenCoursePage {...{ scope, course, questions, warnings, secondReviewer }} />
  return c.render(page, { title: sayIn(scope.locale, course.titles) })
})
