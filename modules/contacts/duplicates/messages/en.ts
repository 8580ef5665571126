import { counted } from '../../../../core/i18n/counted.ts'
export const en = {
  similar: {
    title: 'Is it one of these?',
    reasons: {
      creditCode: 'same credit code',
      name: 'same name',
      phone: 'same phone',
      email: 'same e-mail',
      domain: 'same domain',
      wechat: 'same WeChat',
      mobile: 'same mobile',
    },
    archived: 'archived',
    masked: 'Held by colleagues',
    ask: (whom: string) => `Ask ${whom}`,
    anyway: 'It is another one: save anyway',
  },
  sameCode: 'There is an account with this credit code already: open it instead of adding another.',
  anywayNeeded: 'Something similar is there already: look at it, or tick “save anyway”.',
  settings: {
    title: 'Similar records out of reach',
    open: 'What colleagues are told',
    hint: 'What somebody is told when a colleague has a similar record that they may not open. They never see more of it than a masked name.',
    choices: {
      nothing: 'Nothing',
      exists: 'That there is one',
      department: 'The department to ask',
      owner: 'The owner to ask',
    },
    saved: 'Saved.',
  },
  title: 'Duplicates',
  many: {
    merging: 'Merging',
    pairs: (done: string, total: string) => `${done} of ${total} pairs`,
    busy: 'Others are being merged just now. Wait until that is done.',
    done: (count: number, skipped: number) =>
      skipped === 0
        ? `Merged pairs: ${count}.`
        : `Merged pairs: ${count}. Could not be merged: ${skipped}.`,
    stopped: (count: number, left: number) =>
      `Stopped. Merged pairs: ${count}. Not reached: ${left}.`,
  },
  certain: {
    open: 'Merge the certain ones',
    title: 'Merge all certain pairs',
    text: 'Of each pair the record that knows more stays, and the other fills its gaps. It is done in the background, a notification tells you when; each merge can be taken back for 30 days.',
    which: 'Which pairs',
    atLeast: (score: string, count: string) => `At least ${score}% likely: ${count}`,
    none: 'No pair is likely enough to be merged without a look at it.',
    submit: 'Merge them',
    merged: (count: string, skipped: string) =>
      skipped === '0'
        ? `Duplicates are merged: ${counted(count, 'pair')}`
        : `Duplicates are merged: ${counted(count, 'pair')}, ${skipped} could not be`,
  },
  compare: {
    title: 'Are these one?',
    explain:
      'Choose which record stays and what it keeps. Whatever belongs to the other one moves along; its page leads here from then on. You can take it back for 30 days.',
    keep: 'Stays',
    keeps: (name: string) => `${name} stays`,
    owner: 'Owner and department',
    nobody: 'Nobody',
    parentHidden: 'An account you may not see',
    takes: (field: string, name: string) => `${field} of ${name}`,
    rows: 'What belongs to it',
    agree: (count: number) =>
      count === 1 ? '1 more field says the same.' : `${count} more fields say the same.`,
    merge: 'Merge',
    changed: 'One of them was saved meanwhile. Look at both again, then merge.',
    empty: 'empty',
    done: 'Merged. You can take it back for 30 days under “Recently merged”.',
  },
  merged: {
    tab: 'Recently merged',
    caption: 'Merges of the last 30 days',
    winner: 'Record',
    loser: 'Merged into it',
    by: 'By',
    at: 'When',
    undo: 'Undo',
    formerly: (name: string, before: string) => `${name} (formerly ${before})`,
    emptyTitle: 'Nothing was merged recently',
    emptyText: 'Merges stay here for 30 days and can be undone.',
    taken: (why: string) =>
      `The merge stays as it is: a value of the record that would come back is another record’s by now. ${why}`,
    undone: 'Taken back: both records are there again.',
    left: (what: string) => `Taken back. Changed since, and left as it is: ${what}.`,
    rows: (title: string, count: number) => `${title} (${count})`,
  },
  queue: {
    caption: 'Records that may be the same one',
    first: 'One record',
    second: 'The other',
    shared: 'In common',
    likely: 'Likely',
    look: 'Look again',
    lookNow: 'Look for duplicates',
    looking: 'Looking for duplicates',
    steps: (done: string, total: string) => `Step ${done} of ${total}`,
    lookedAt: (when: string) => `Looked through everything ${when}`,
    alreadyLooking: 'A search is under way already.',
    emptyTitle: 'No duplicates to look at',
    emptyText: 'Nothing you may change looks like another record. The search runs every night.',
    neverTitle: 'Nobody has looked yet',
    neverText:
      'A search compares names, phones, e-mail, credit codes and domains of everything there is.',
    dismiss: 'Not the same',
    dismissed: (count: number) =>
      count === 1 ? '1 pair will not be shown again.' : `${count} pairs will not be shown again.`,
    owner: (name: string) => `of ${name}`,
    nobodys: 'without owner',
  },
}
