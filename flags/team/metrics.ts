import { insufficient, type Metric, yes } from '../evidence/metric.ts'
import { readProgramme } from '../plan/programme.ts'
import { readCharter } from './team.ts'

export const teamMetrics: readonly Metric[] = [
  {
    code: 'charter.signed',
    title: { en: 'Charter signed', 'zh-CN': '推行章程已签署' },
    unit: 'yes',
    direction: 'up',
    about: {
      en: 'The sponsor whom the plan names has signed the charter that holds.',
      'zh-CN': '推行计划中的发起人已签署现行章程。',
    },
    read: async (scope) => {
      const [charter, programme] = [await readCharter(scope), await readProgramme(scope)]
      if (!charter || !programme) return insufficient
      return yes(charter.signatures.some(({ userId }) => userId === programme.sponsorId))
    },
  },
]
