import type { Scope } from '../scope.ts'
import { approveBudget, hasBudget, hasCosts, planCosts } from './costs.ts'
import {
  announceDemo,
  callTeam,
  hasAnnounced,
  hasTeam,
  hasVoices,
  isSigned,
  signDemoCharter,
  speakUp,
} from './people.ts'
import {
  askForMore,
  hasContracts,
  hasIncidents,
  hasRequests,
  hasRisks,
  openRisks,
  reportIncident,
  signContracts,
} from './risks.ts'

/** What the demo's firm keeps in the console, step by step; all of it is made up. */
export const consoleSteps: readonly {
  /** Who keeps it. */
  by: string
  has: (scope: Scope) => Promise<boolean>
  make: (scope: Scope) => Promise<void>
}[] = [
  { by: '顾清源', has: hasCosts, make: planCosts },
  { by: '沈立冬', has: hasBudget, make: approveBudget },
  { by: '顾清源', has: hasRisks, make: openRisks },
  { by: '顾清源', has: hasContracts, make: signContracts },
  { by: '顾清源', has: hasIncidents, make: reportIncident },
  { by: '顾清源', has: hasRequests, make: askForMore },
  { by: '顾清源', has: hasTeam, make: callTeam },
  { by: '沈立冬', has: isSigned, make: signDemoCharter },
  { by: '顾清源', has: hasAnnounced, make: announceDemo },
  { by: '陈禾', has: hasVoices, make: speakUp },
]
