import type { Measure } from './formula.ts'
import type { Family } from './gates.ts'

export type Default = Omit<Measure, 'direction' | 'kind'>

/** It must hold, whatever the score. */
const must = (metric: string, least = 100): Default => ({
  ...{ metric, place: 'company', floor: least, target: least, weight: 0 },
  ...{ critical: true, hard: true, minN: null },
})

type More = Partial<Pick<Default, 'place' | 'minN'>>

/** It counts, and below its floor nothing goes on. */
const critical = (
  metric: string,
  weight: number,
  floor: number,
  target: number,
  more: More = {},
): Default => ({
  ...{ metric, place: 'company', floor, target, weight },
  ...{ critical: true, hard: false, minN: null, ...more },
})

const counts = (
  ...[metric, weight, floor, target, more]: Parameters<typeof critical>
): Default => ({
  ...critical(metric, weight, floor, target, more),
  critical: false,
})

const law = ['contract.mandatory', 'privacy.assessment', 'security.restore', 'security.incidents']
const lawful = (): Default[] => [
  ...law.map((metric) => must(metric)),
  must('privacy.completeness', 95),
]

/** What each gate asks for when nobody has changed it (rollout-and-training 7.9). */
export const defaults: Record<Family, readonly Default[]> = {
  G0: [
    must('people.named'),
    must('charter.signed'),
    must('readiness.closed'),
    must('cost.budget'),
    critical('readiness.leadership', 50, 60, 60),
    critical('training.leaders', 50, 100, 100),
  ],
  G1: [
    must('training.trainer'),
    must('gates.overrides'),
    critical('training.coverage', 30, 90, 90),
    critical('training.coverage', 30, 80, 80, { place: 'departments' }),
    critical('training.leaders', 10, 100, 100),
    critical('adkar.desire', 20, 50, 50, { place: 'departments' }),
    critical('people.champions', 10, 100, 100),
  ],
  G2: [
    ...lawful(),
    must('security.access'),
    must('evidence.baselines'),
    must('plan.roll-back'),
    must('gates.locked'),
    must('gates.overrides'),
    critical('data.quality', 100, 70, 70, { minN: 20 }),
  ],
  G3: [
    ...lawful(),
    must('privacy.drill'),
    must('risk.residual', 14),
    must('pilot.days', 20),
    must('adoption.observed', 80),
    must('gates.overrides'),
    critical('training.coverage', 15, 85, 100, { place: 'pilot' }),
    critical('adoption.index', 20, 45, 70, { place: 'pilot' }),
    critical('data.quality', 15, 65, 85, { minN: 20 }),
    counts('ux.lite', 10, 55, 70, { minN: 4 }),
    counts('adkar.ready', 10, 50, 75, { minN: 4 }),
    counts('outcome.customer', 15, 0, 20),
    counts('training.retention', 5, 60, 80, { minN: 30 }),
    counts('cost.over-plan', 5, 25, 5),
    counts('help.load', 5, 1.5, 0.5),
  ],
  G4: [
    ...lawful(),
    must('cost.within'),
    must('gates.overrides'),
    critical('training.coverage', 40, 90, 90),
    critical('data.quality', 40, 75, 75, { minN: 20 }),
    critical('help.load', 20, 1, 1),
  ],
  G5: [
    ...lawful(),
    must('plan.old-tools'),
    must('plan.lessons'),
    must('cost.within'),
    must('gates.overrides'),
    critical('adoption.index', 40, 65, 65),
    critical('adoption.index', 20, 50, 50, { place: 'departments' }),
    critical('data.quality', 40, 80, 80, { minN: 20 }),
  ],
  G6: [
    ...lawful(),
    must('risk.residual', 14),
    must('gates.overrides'),
    critical('adoption.index', 35, 50, 65),
    critical('data.quality', 35, 65, 80, { minN: 20 }),
    counts('readiness.score', 30, 60, 75),
  ],
}
