import type { StageCode } from './stages.ts'

export type Owner = 'sponsor' | 'lead' | 'admin'

/** A piece of work of the template: when in its stage it is due (share of its days), and whose it is. */
export type TemplateItem = { code: ItemCode; stage: StageCode; at: number; owner: Owner }

/** The work of each stage (plan template); what each is called stands in the messages. */
const work = {
  S0: [
    ['name-people', 0.1, 'sponsor'],
    ['readiness', 0.6, 'lead'],
    ['profile-data', 0.6, 'admin'],
    ['charter', 0.7, 'sponsor'],
    ['first-cost', 0.8, 'lead'],
    ['vendors', 0.8, 'lead'],
    ['risks', 0.9, 'lead'],
    ['leaders-course', 0.9, 'sponsor'],
  ],
  S1: [
    ['announce-why', 0.2, 'sponsor'],
    ['champions', 0.4, 'lead'],
    ['trainer-path', 0.5, 'lead'],
    ['customer-journey', 0.7, 'lead'],
    ['adkar-1', 0.8, 'lead'],
    ['core-course', 1, 'lead'],
  ],
  S2: [
    ['contract', 0.4, 'lead'],
    ['privacy-assessment', 0.5, 'admin'],
    ['sign-in', 0.4, 'admin'],
    ['field-standard', 0.4, 'lead'],
    ['integrations', 0.5, 'admin'],
    ['cleaning', 0.7, 'admin'],
    ['restore-drill', 0.7, 'admin'],
    ['trial-import', 0.8, 'admin'],
    ['baselines', 0.8, 'lead'],
    ['roll-back', 0.9, 'admin'],
    ['pilot-form', 0.9, 'sponsor'],
    ['lock-criteria', 1, 'sponsor'],
  ],
  S3: [
    ['quick-starts', 0.1, 'lead'],
    ['first-win', 0.4, 'lead'],
    ['mid-check', 0.5, 'lead'],
    ['weekly-review', 0.6, 'lead'],
    ['freeze', 0.6, 'sponsor'],
    ['accuracy-sample', 0.8, 'admin'],
    ['adkar-2', 0.8, 'lead'],
    ['evaluate', 1, 'lead'],
    ['lessons', 1, 'lead'],
  ],
  S4: [
    ['wave-training', 0.3, 'lead'],
    ['wave-data', 0.4, 'admin'],
    ['wave-on', 0.5, 'admin'],
    ['hyper-care', 0.9, 'lead'],
    ['old-lists', 1, 'admin'],
  ],
  S5: [
    ['coaching', 0.5, 'lead'],
    ['process-owners', 0.5, 'lead'],
    ['retire-tools', 0.7, 'admin'],
    ['cost-true-up', 0.8, 'lead'],
    ['lessons-full', 1, 'lead'],
  ],
  S6: [
    ['monthly-page', 0.33, 'lead'],
    ['refreshers', 0.8, 'lead'],
    ['quarterly-review', 1, 'sponsor'],
    ['yearly-review', 1, 'admin'],
  ],
} as const satisfies Record<StageCode, readonly (readonly [string, number, Owner])[]>

export type ItemCode = (typeof work)[StageCode][number][0]

export const templateItems: readonly TemplateItem[] = Object.entries(work).flatMap(
  ([stage, items]) =>
    items.map(([code, at, owner]) => ({ code, stage: stage as StageCode, at, owner })),
)
