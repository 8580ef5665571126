import { defineModule } from '../../core/module.ts'
import { learning } from './access/learned.ts'
import { exceptions, settings } from './access/schema.ts'
import { adoption } from './adoption.ts'
import { remindLearners } from './assigning/reminding.ts'
import { applyRules } from './assigning/rules.ts'
import { rules } from './assigning/schema.ts'
import { audited } from './audited.ts'
import { completions } from './certificates/schema.ts'
import { verifyRoutes } from './certificates/verify-routes.tsx'
import { courses, courseVersions, paths, questions } from './courses/schema.ts'
import { evidence } from './evidence/evidence.ts'
import { handIns, opinions } from './hand-ins/schema.ts'
import { helpText } from './help/messages.ts'
import { helpRequests, helpTopics } from './help/schema.ts'
import { learningCard } from './learning/card.tsx'
import { forgetLearning } from './learning/events.ts'
import { assignments, learningEvents, progress } from './learning/schema.ts'
import { notifications } from './notifications.ts'
import { except, follow, govern, learn, oversee, permissions, teach } from './permissions.ts'
import { answers, attempts } from './quizzes/schema.ts'
import { records } from './records.ts'
import { assignmentResource } from './resources/assignments.ts'
import { courseResource } from './resources/courses.ts'
import { routes } from './routes.tsx'
import { findCourses } from './search.ts'
import { seeds } from './seeds.ts'
import { attendance, sessions } from './sessions/schema.ts'
import { tourOffers, tours, tourVersions } from './tours/schema.ts'

/** Teaching the idea, then the tool, inside the tool. */
export const training = defineModule({
  id: 'training',
  title: { en: 'Training', 'zh-CN': '培训' },
  about: {
    en: 'Courses for everybody: why the firm does this, and how the tool is used; with certificates.',
    'zh-CN': '全员课程：先讲为什么，再学怎么用，学完有证书。',
  },
  icon: 'school',
  flag: 'module.training',
  needs: [],
  permissions,
  tables: [
    courses,
    courseVersions,
    questions,
    paths,
    assignments,
    progress,
    learningEvents,
    attempts,
    answers,
    handIns,
    opinions,
    sessions,
    attendance,
    completions,
    rules,
    settings,
    exceptions,
    ...[helpTopics, helpRequests],
    ...[tours, tourVersions, tourOffers],
  ],
  routes,
  help: {
    permission: learn,
    label: ({ locale }) => helpText(locale).title,
    href: (path) => `/training/help?at=${encodeURIComponent(path)}`,
    offers: '/training/tours/offers',
  },
  open: { at: '/verify', routes: verifyRoutes },
  navigation: [
    {
      href: '/training',
      icon: 'school',
      title: { en: 'My learning', 'zh-CN': '我的学习' },
      permission: learn,
    },
    {
      href: '/training/tours',
      icon: 'route',
      title: { en: 'Tours', 'zh-CN': '引导' },
      permission: learn,
    },
    {
      href: '/training/progress',
      icon: 'chart-bar',
      title: { en: 'Learning progress', 'zh-CN': '学习进度' },
      permission: oversee,
    },
    {
      href: '/training/rules',
      icon: 'list-check',
      title: { en: 'Assignments', 'zh-CN': '学习任务' },
      permission: teach,
      inside: true,
    },
    {
      href: '/training/work',
      icon: 'notebook',
      title: { en: 'Work to read', 'zh-CN': '待批作业' },
      permission: follow,
      inside: true,
    },
    {
      href: '/training/sessions',
      icon: 'calendar-event',
      title: { en: 'Live sessions', 'zh-CN': '现场课' },
      permission: teach,
      inside: true,
    },
    {
      href: '/training/studio',
      icon: 'presentation',
      title: { en: 'Studio', 'zh-CN': '课程工作室' },
      permission: teach,
    },
    {
      href: '/training/help-requests',
      icon: 'help-circle',
      title: { en: 'Questions', 'zh-CN': '问答' },
      permission: learn,
      inside: true,
    },
    {
      href: '/training/help-topics',
      icon: 'info-circle',
      title: { en: 'Help texts', 'zh-CN': '帮助内容' },
      permission: teach,
      inside: true,
    },
    {
      href: '/training/exceptions',
      icon: 'lock-open',
      title: { en: 'Work before learning', 'zh-CN': '先用后学' },
      permission: except,
      inside: true,
    },
    {
      href: '/training/settings',
      icon: 'settings',
      title: { en: 'Training settings', 'zh-CN': '培训设置' },
      permission: govern,
      inside: true,
    },
  ],
  cards: [{ key: 'training.own', permission: learn, render: learningCard }],
  search: [
    {
      key: 'training.courses',
      title: { en: 'Courses', 'zh-CN': '课程' },
      permission: learn,
      find: findCourses,
    },
  ],
  audited,
  records,
  notifications,
  jobs: [
    { name: 'training.forget-events', cron: '27 3 * * *', run: forgetLearning },
    { name: 'training.apply-rules', cron: '23 21 * * *', run: applyRules },
    { name: 'training.remind', cron: '4 * * * *', run: remindLearners },
  ],
  resources: [courseResource, assignmentResource],
  adoption,
  evidence,
  learning,
  seeds,
})
