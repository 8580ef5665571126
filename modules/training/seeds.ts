import type { Seed } from '../../core/module.ts'
import { installCurriculum } from './curriculum/installing.ts'
import { writeHelp } from './seeding/help.ts'
import { learn, readNewLearners } from './seeding/learners.ts'
import { planSession, requirePaths } from './seeding/plan.ts'
import { handInWork } from './seeding/work.ts'
import { followTour, seedTour } from './tours/seeding.ts'

/** The default curriculum, what is asked of whom, and people in the middle of it. */
export const seeds: readonly Seed[] = [
  {
    key: 'learners',
    make: async (scope, count, random) => {
      await installCurriculum(scope)
      await requirePaths(scope)
      await planSession(scope)
      await writeHelp(scope)
      const tour = await seedTour(scope)
      for (const learner of await readNewLearners(scope, count)) {
        await handInWork(scope, random, await learn(scope, random, learner))
        if (tour) await followTour(scope, random, learner.id, tour)
      }
    },
  },
]
