export const en = {
  title: 'Outbox',
  intro: 'Answers and notices that are still to go out, and those that could not.',
  views: { waiting: 'Waiting', failed: 'Not sent', sent: 'Sent' },
  empty: { waiting: 'Nothing waits', failed: 'Everything went out', sent: 'Nothing was sent yet' },
  emptyText: 'Answers to tickets that came by mail, form or program go out from here.',
  to: 'To',
  ticket: 'Ticket',
  kind: 'What',
  kinds: {
    answer: 'Answer',
    'out-of-hours': 'Out of hours',
    closing: 'About to close',
    rating: 'How did it go?',
  },
  written: 'Written',
  attempts: 'Tries',
  fault: 'Why',
  again: 'Send again',
  queued: 'It goes out again in a moment.',
  failed: (why: string) => `could not send an answer by mail: ${why}`,
  older: 'Older',
  unsent: {
    noAddress: (_: string) =>
      'Nothing is sent, because no e-mail address of the customer is known. Tell them by phone; what you write is kept on the ticket.',
    otherWay: (way: string) =>
      `Nothing is sent, because the customer did not come by e-mail (${way}). Tell them the way they came; what you write is kept on the ticket.`,
    noMailbox: (_: string) =>
      'Nothing is sent, because no mailbox is connected. Tell the customer yourself; what you write is kept on the ticket.',
  },
}
