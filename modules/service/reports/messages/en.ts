import { counted } from '../../../../core/i18n/counted.ts'
/** What the reports about tickets say. */
export const en = {
  title: 'Service reports',
  nothing: 'No ticket was opened in this period.',
  nobody: 'Nobody',
  without: 'Without',
  figure: 'Figure',
  count: 'Tickets',
  month: 'Month',
  opened: 'Opened',
  solved: 'Solved',
  open: 'Still open',
  reopened: 'Reopened',
  reopenedYes: 'Once or more',
  reopenRate: 'Reopen rate',
  timed: 'Time is known',
  timedUntil: { first: 'until the first answer', solve: 'until the solution' },
  age: 'Open since',
  ages: {
    '0-1': 'Under a day',
    '1-3': '1 to 3 days',
    '3-7': '3 to 7 days',
    '7-30': '7 to 30 days',
    '30-': '30 days and more',
  },
  volume: {
    title: 'Volume',
    about: 'How much comes in, how much is solved, how much of it comes back.',
    whole: 'Tickets of the period',
    byMonth: 'By month',
    formula:
      'Tickets that were opened in the period, as they stand now. Reopen rate: those that were opened again at least once ÷ all that were opened.',
    summary: (opened: string, done: string, rate: string) =>
      `Of ${counted(opened, 'ticket')} opened, ${counted(done, 'is', 'are')} solved. Reopened: ${rate}.`,
  },
  backlog: {
    title: 'Backlog',
    about: 'What is not solved now, what it waits for, and since when.',
    all: 'All',
    state: 'State',
    formula:
      'All tickets that are not solved now, whatever the period, by days since they were opened.',
    summary: (count: string) => `${counted(count, 'ticket is', 'tickets are')} not solved.`,
    none: 'Everything is solved.',
  },
  times: {
    title: 'Response times',
    about: 'How long customers wait for a first answer and for a solution.',
    firstMedian: 'First response, median',
    firstMost: 'First response, 9 of 10 within',
    firstCount: 'Answered',
    solveMedian: 'Resolution, median',
    solveMost: 'Resolution, 9 of 10 within',
    solveCount: 'Solved',
    formula:
      'Business time from opening to the first answer, and to the solution, of tickets opened in the period. Time spent waiting for the customer is part of it here; service levels leave it out.',
    most: (count: string) => `The newest ${count} tickets are counted.`,
    unclear: (count: string) =>
      `Of ${count} tickets nobody knows how long they took: their file did not say when they were opened, or says that it was after the answer. They are left out.`,
  },
  promises: {
    title: 'Service levels',
    about: 'How many promises to customers are kept.',
    promise: 'Promise',
    kept: 'In time',
    broken: 'Too late',
    rate: 'Hit rate',
    formula:
      'Hit rate: in time ÷ (in time + too late), of tickets opened in the period. What still runs counts only once it is too late. Each later response counts, so that one ticket may count more than once.',
    onTickets: (count: string, tickets: string) => `${count} on ${counted(tickets, 'ticket')}`,
    none: 'Nothing was promised in this period.',
  },
  shares: {
    formula: 'Tickets that were opened in the period, as they stand now.',
    about: {
      channels: 'On which ways customers come.',
      categories: 'What tickets are about.',
      people: 'Who has how many tickets.',
    },
  },
  ways: {
    priorities: { title: 'By priority', column: 'Priority' },
    channels: { title: 'By channel', column: 'Channel' },
    categories: { title: 'By category', column: 'Category' },
    people: { title: 'By owner', column: 'Owner' },
  },
}
