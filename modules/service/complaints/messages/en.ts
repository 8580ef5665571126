import { counted } from '../../../../core/i18n/counted.ts'
export const en = {
  one: 'Complaint',
  title: 'Cause of the complaint',
  about:
    'Why it came to this, and what keeps it from coming again. Colleagues see it, customers do not.',
  cause: 'It comes from',
  rootCause: 'Root cause',
  rootCauseHint: 'Ask “why?” until the answer is something that can be changed.',
  prevention: 'What prevents it',
  prevented: 'Done',
  write: 'Write down the cause',
  open: 'The cause is not written down yet.',
  waiting: 'What prevents it is still to be done',
  saved: 'Saved.',
  conflict: 'Somebody wrote this a moment ago. Look at it again, then save.',
  found: (cause: string) => `wrote down the cause of the complaint: ${cause}`,
  report: {
    title: 'Complaints by cause',
    about: 'What complaints come from, and how many of them have something that prevents the next.',
    complaints: 'Complaints',
    prevented: 'Prevented',
    preventedYes: 'done',
    notYet: 'Not looked into yet',
    summary: (known: string, all: string) =>
      `Of ${counted(all, 'complaint')} ${counted(known, 'has', 'have')} a root cause.`,
    formula: 'Tickets of the type Complaint that were opened in this time, within your reach.',
    nothing: 'No complaints in this time.',
  },
}
