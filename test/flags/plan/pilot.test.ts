import { expect, test } from 'vitest'
import { type Candidate, proposeForm, weigh } from '../../../flags/plan/pilot.ts'

const department = (name: string, over: Partial<Candidate> = {}): Candidate => ({
  ...{ id: name, name, people: 8, champions: 0, leads: 0 },
  ...over,
})

test('poor data or people who are not ready want one department, however much hand-overs hurt', () => {
  expect(proposeForm({ data: 48, coverage: 95 }, true, false)).toEqual({
    form: 'department',
    because: ['lowData'],
  })
  expect(proposeForm({ people: 55, coverage: 95 }, true, false).because).toEqual(['lowPeople'])
})

test('part of the work in all departments is for trained people whose pain is in hand-overs', () => {
  expect(proposeForm({ data: 80, people: 70, coverage: 92 }, true, true)).toEqual({
    form: 'part',
    because: ['handovers', 'coverage'],
  })
  expect(proposeForm({ coverage: 92 }, false, false).form).toBe('department')
})

test('coverage that nobody knows is no coverage', () => {
  expect(proposeForm({}, true, false)).toEqual({ form: 'department', because: ['noCoverage'] })
})

test('nothing known and nothing said: one department, because it is the smaller risk', () => {
  expect(proposeForm({}, false, false)).toEqual({ form: 'department', because: ['standard'] })
})

test('the department with a champion, a lead and customers who bear it comes first', () => {
  const weighed = weigh(
    [
      department('Service', { risky: true, champions: 1, leads: 1 }),
      department('East', { risky: false, champions: 1, leads: 1 }),
      department('Production', { risky: false, people: 40 }),
    ],
    {},
  )
  expect(weighed.map(({ name }) => name)).toEqual(['East', 'Service', 'Production'])
  expect(weighed[0]?.verdicts).toMatchObject({
    ...{ size: 'yes', champion: 'yes', lead: 'yes', risk: 'yes', comparable: 'yes' },
    ...{ frequency: 'unknown', support: 'unknown', data: 'unknown' },
  })
  expect(weighed[2]?.verdicts).toMatchObject({ size: 'no', comparable: 'no' })
})

test('what is not known counts neither for nor against', () => {
  const [only] = weigh([department('Sales')], {})
  expect([only?.known, only?.verdicts.risk]).toEqual([4, 'unknown'])
  expect(weigh([], {})).toEqual([])
})
