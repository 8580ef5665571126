export const en = {
  title: 'Conversation',
  none: 'Nobody has written anything yet.',
  older: 'Older messages',
  kinds: { customer: 'Customer', answer: 'Answer', note: 'Internal note' },
  write: {
    kind: 'What are you writing?',
    kinds: {
      answer: 'Answer to the customer',
      note: 'Internal note',
      customer: 'What the customer said',
    },
    text: 'Message',
    textHint:
      'Markdown works: **bold**, lists, links. Colleagues are called by @ and their name, in notes.',
    placeholder: 'Write here',
    next: 'Afterwards the ticket is',
    nextStays: 'As it is now',
    nextUsual: 'As usual: an answer waits for the customer',
    file: 'Attach files',
    fileHint: (most: string) => `Several files, together up to ${most}.`,
    manyFiles: (most: number) => `At most ${most} files at a time.`,
    fileRefused: (name: string, why: string) => `“${name}”: ${why}`,
    submit: 'Send',
    put: 'Note it on the ticket',
    sent: 'The answer is on the ticket.',
    noted: 'The note is kept.',
    wrote: 'The message is kept.',
    empty: 'Write something first.',
    whatKind: 'Choose what you are writing.',
    meanwhile: (name: string) =>
      `${name} answered while you were writing. Read that answer below; if yours is still right, send it again.`,
  },
  writing: (names: string) => `${names} is writing on this ticket right now.`,
  state: {
    label: 'State',
    change: 'Set',
    done: (name: string) => `The ticket is now: ${name}.`,
    gone: 'Choose a state that is in use.',
  },
  mail: {
    doubted: 'Sender not verified',
    doubts: {
      dmarc:
        'The receiving server says that this mail does not come from the domain it names. Check before you act on it.',
      spf: 'The receiving server says that this mail comes from a server its domain does not send from. Check before you act on it.',
    },
    asText: 'Text only',
    picture: 'picture',
    picturesLeft: (count: number) =>
      count === 1
        ? 'One picture from elsewhere was not loaded, so that its sender does not learn who reads.'
        : `${count} pictures from elsewhere were not loaded, so that their sender does not learn who reads.`,
  },
  delivery: { waiting: 'waits to be sent', sent: 'sent', failed: 'could not be sent' },
}
