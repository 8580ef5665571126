import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentAt, parseMoment, wallTime } from '../../../core/values/moment.ts'

const timeZone = 'Asia/Shanghai'

test.each([
  ['2019-03-02', '2019-03-02 00:00:00'],
  ['2019年3月2日 14:05', '2019-03-02 14:05:00'],
  ['2019/3/2 9:07:30', '2019-03-02 09:07:30'],
  ['２０１９-０３-０２　１４：０５', '2019-03-02 14:05:00'],
  ['2019-03-02T06:05:00Z', '2019-03-02 14:05:00'],
  ['2019-03-02T06:05:00.123+00:00', '2019-03-02 14:05:00'],
])('%s is %s on the wall', (typed, value) => {
  expect(parseMoment(typed, { timeZone })).toMatchObject({ ok: true, value })
})

test.each(['2019-02-30 10:00', '2019-03-02 25:00', '2019-03-02 10:75', 'yesterday', '03-02-2019'])(
  '%s is no moment',
  (typed) => expect(parseMoment(typed, { timeZone })).toMatchObject({ ok: false }),
)

test('every moment is found again by what the wall showed, in zones of every kind', () => {
  const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'America/St_Johns', 'UTC')
  const second = fc.integer({ min: Date.UTC(1995, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  fc.assert(
    fc.property(zone, second, (timeZone, at) => {
      const wall = wallTime(new Date(at * 1000), timeZone)
      const found = momentAt(wall, timeZone)
      // An hour that the wall shows twice may be either.
      expect(wallTime(found, timeZone)).toBe(wall)
    }),
  )
})
