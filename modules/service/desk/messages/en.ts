/** What the desk of who answers tickets says. */
export const en = {
  title: 'Desk',
  mine: 'Mine, to do',
  late: 'Overdue',
  waiting: 'Nobody’s yet',
  take: 'Take the next ticket',
  taken: 'This one is yours now.',
  none: 'Nothing waits for an owner.',
  next: 'What to do next',
  caption: 'Your tickets, the most pressing first',
  nothing: 'Nothing waits for you',
  nothingText: 'What is yours and waits for an answer stands here, the most pressing first.',
  subject: 'Subject',
  priority: 'Priority',
  more: (most: string) => `${most}+`,
}
