import { metBy, type Stop, send } from './stop.ts'

/** A list kept by hand: as it stands, a new entry, and one sent without what it needs. */
const register = (what: string, list: string, place = list): Stop[] => [
  { name: `${what} of the rollout`, at: () => list },
  { name: `a new entry among ${what}`, at: () => `${place}/new` },
  { name: `an entry without anything among ${what}`, at: () => `${place}/new`, act: send },
]

/** The rooms of the rollout's console, once a plan has begun. */
export const rollout: Stop[] = metBy('amy', [
  { name: 'the overview of the rollout', at: () => '/rollout/overview' },
  { name: 'the plan', at: () => '/rollout/plan' },
  { name: 'work of one’s own', at: () => '/rollout/plan/mine' },
  { name: 'choosing a pilot', at: () => '/rollout/plan/pilot' },
  { name: 'new work', at: () => '/rollout/plan/items/new' },
  { name: 'readiness before anybody was asked', at: () => '/rollout/readiness' },
  { name: 'the gates', at: () => '/rollout/gates' },
  { name: 'a gate', at: () => '/rollout/gates/G0' },
  { name: 'the gate of the pilot', at: () => '/rollout/gates/G3' },
  { name: 'a new criterion', at: () => '/rollout/gates/G3/criteria/new' },
  {
    name: 'a criterion without anything',
    at: () => '/rollout/gates/G3/criteria/new',
    act: send,
  },
  { name: 'evidence', at: () => '/rollout/evidence' },
  { name: 'a figure', at: () => '/rollout/evidence/adoption.index' },
  { name: 'a figure that is vouched for', at: () => '/rollout/evidence/plan.roll-back' },
  { name: 'the matrix', at: () => '/rollout/matrix' },
  { name: 'how strict', at: () => '/rollout/matrix/strictness' },
  { name: 'steps that wait for a second person', at: () => '/rollout/matrix/proposals' },
  { name: 'adoption before it was measured', at: () => '/rollout/adoption' },
  { name: 'what use is expected', at: () => '/rollout/adoption/agreement' },
  { name: 'one’s own use', at: () => '/rollout/adoption/me' },
  ...register('cost', '/rollout/cost', '/rollout/cost/lines'),
  { name: 'what was booked', at: () => '/rollout/cost/actuals' },
  { name: 'offers', at: () => '/rollout/cost/offers' },
  ...register('risks', '/rollout/risks'),
  { name: 'a new busy time', at: () => '/rollout/risks/busy/new' },
  ...register('contracts', '/rollout/contracts'),
  { name: 'incidents', at: () => '/rollout/contracts/incidents' },
  ...register('needs', '/rollout/needs'),
  ...register('the team', '/rollout/team', '/rollout/team/members'),
  ...register('announcements', '/rollout/announcements'),
  { name: 'what blocks people', at: () => '/rollout/feedback' },
  { name: 'saying what blocks one', at: () => '/rollout/feedback/new?page=/contacts/accounts' },
  { name: 'flags of other programs', at: () => '/admin/flags' },
  { name: 'bringing in such flags', at: () => '/admin/flags/new' },
  { name: 'the calendar', at: () => '/admin/calendar' },
])
