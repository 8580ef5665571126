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
    },
    archived: 'archived',
    masked: 'In the hands of colleagues',
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
}
