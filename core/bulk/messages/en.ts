import { counted } from '../../i18n/counted.ts'
import type { BulkDeed } from '../order.ts'
import type { BulkState } from '../schema.ts'

const deeds: Record<BulkDeed, string> = {
  edit: 'Change a field',
  tag: 'Add a tag',
  assign: 'Assign',
  archive: 'Archive',
  restore: 'Restore',
}

const states: Record<BulkState, string> = {
  running: 'Under way',
  done: 'Done',
  cancelled: 'Cancelled',
  failed: 'Stopped',
}

export const en = {
  deeds,
  states,
  records: (count: string) => counted(count, 'record'),
  title: (deed: string, records: string) => `${deed} · ${records}`,
  confirm: (deed: string, records: string) => `${deed}: ${records}`,
  all: (count: string) => `All ${count} of this list`,
  allOfThem: 'All of this list',
  scope: 'This is done to every record that the list shows now, not to one page only:',
  noFilter: 'the whole list, without a filter',
  chosen: 'This is done to the chosen records.',
  permitted:
    'Records that you may not change are left alone and counted as refused. This runs in the background; there is no undo.',
  fieldQuestion: 'Which field is to be changed?',
  chooseField: 'Choose a field.',
  otherField: 'Another field',
  empty: 'Empty the field instead',
  giveValue: (label: string) => `Give a value for ${label}, or choose to empty it.`,
  isUnique: (label: string) =>
    `No two records may have the same ${label}: it can only be emptied here.`,
  tag: 'Tag',
  owner: 'New owner',
  department: 'Department',
  nobody: 'nobody',
  ownersOwn: 'the owner’s own',
  assignNothing: 'Choose a person, a department, or both.',
  assignGone: 'This person or department is not there any more. Choose again.',
  none: 'The list shows nothing, so nothing would be changed.',
  tooMany: (most: string) =>
    `More than ${most} records cannot be changed at once. Narrow the list down first.`,
  unsound:
    'Part of this filter cannot be read, so nothing is changed by it. Mend the filter first.',
  running: (deed: string) => `${deed} …`,
  progress: (done: string, total: string) => `${done} of ${total} records`,
  cancel: 'Cancel',
  changed: 'Changed',
  unchanged: 'Unchanged',
  refused: 'Refused',
  notReached: (count: string) =>
    `${counted(count, 'record was', 'records were')} not reached. What is done stays.`,
  addsUp: (total: string) => `Together ${counted(total, 'record')}: every one is counted.`,
  refusedTitle: 'Refused',
  refusedWhy: 'These records are not there any more, or you may not change them:',
  unnamed: (count: string) => `${counted(count, 'record')} that you may not see`,
  toList: 'To the list',
  failures: {
    closed: 'Your right to do this, or the module, was switched off meanwhile.',
    gone: 'Who began it may no longer sign in.',
    broken: 'It could not be gone on with. What is done stays; begin again for the rest.',
  },
  by: (name: string, when: string) => `Begun by ${name}, ${when}`,
  told: {
    done: (deed: string, count: string) =>
      `Work on many records is done: ${deed}, ${count} changed`,
    failed: (deed: string, count: string) =>
      `Work on many records stopped before its end: ${deed}, ${count} changed`,
  },
}
