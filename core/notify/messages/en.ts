export const en = {
  title: 'Notifications',
  readAll: 'Mark all as read',
  read: 'Mark as read',
  unread: 'unread',
  older: 'Older',
  hidden: 'a record you can no longer see',
  emptyTitle: 'Nothing has happened yet',
  emptyText: 'Here you are told when somebody mentions you, a task is due, or long work is done.',
  importDone: (file: string) => `The import of “${file}” is done`,
  importFailed: (file: string) => `The import of “${file}” stopped before its end`,
  undoStopped: (file: string) => `The undo of the import of “${file}” stopped before its end`,
}
