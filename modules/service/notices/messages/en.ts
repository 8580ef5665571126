export const en = {
  title: 'Notices',
  intro: 'What customers are told by mail without anybody writing.',
  outOfHours: 'Out of hours',
  outOfHoursText:
    'Sent once a day at most to whoever writes outside working hours. Empty: nothing is sent.',
  outOfHoursUsual:
    'Thank you for writing. We are not at work right now, and answer as soon as we are.',
  closing: 'Closing by itself',
  closingText:
    'Tickets that wait for the customer close by themselves when no answer comes. The customer is told first.',
  closingDays: 'Tell after',
  closingDaysHint: 'Days without an answer of the customer. Empty: nothing closes by itself.',
  graceDays: 'Close after',
  graceDaysHint: 'Days from then on.',
  days: 'days',
  closingWords: 'What is said',
  closingUsual:
    'We have not heard from you about this. If it is settled, you need not do anything: we close it soon. If not, just answer this mail.',
  closed: 'Closed, since the customer did not answer',
  saved: 'Saved.',
  rules: 'Notices to customers',
}
