export const en = {
  title: 'Checklist',
  none: 'Nothing to see to.',
  add: 'Add a line',
  addButton: 'Add',
  done: (text: string) => `Done: ${text}`,
  open: (text: string) => `Not done after all: ${text}`,
  remove: (text: string) => `Remove ${text}`,
  doneBy: (name: string, when: string) => `${name}, ${when}`,
  full: (most: number) => `A ticket has at most ${most} lines.`,
  empty: 'Write what is to be seen to.',
}
