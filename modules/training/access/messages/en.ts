export const en = {
  title: 'Learn first',
  left: (module: string) => `What is left before you may change anything in ${module}`,
  hint: 'Until then you see everything. As soon as the last course is done, you may write: at once, without asking anybody.',
  done: (module: string) => `You may write in ${module}. Nothing is left.`,
  core: 'for everybody',
  quick: 'one of these quick-starts',
  begin: 'Begin',
  go: 'Continue',
  urgent: 'If it cannot wait, your lead can let you work for ten days before you have learned.',
  settings: {
    title: 'Training settings',
    follows: 'Write access follows learning',
    followsHint:
      'Whoever may use a module reads in it until they have completed the core and a quick-start of the module. It holds on every page, for programs and for imports.',
    choices: {
      rollout: 'As the rollout asks',
      rolloutNote: 'From the plan’s stage S1 on, and whenever the rollout is strict.',
      on: 'Yes, from now on',
      off: 'No',
    },
    now: {
      on: (name: string, day: string) => `On since ${day}: turned on by ${name || 'the product'}.`,
      off: (name: string) => `Off: turned off by ${name || 'the product'}.`,
      strict: (day: string) =>
        `On: the rollout has been strict since ${day}. Nobody decided otherwise here.`,
      stage: (day: string) =>
        `On: the rollout plan reached stage S1, educate everybody, on ${day}. Nobody decided otherwise here.`,
      undecided:
        'Off so far. It turns itself on with stage S1 of the rollout plan, or when the rollout becomes strict.',
    },
    programs:
      'Other programs that ask /api/frontend for a person hear of it too. What is polled from /api/client cannot express it: there every flag says what a person has once they have learned.',
    secondReviewer: 'A second person publishes courses, tours and help texts',
    secondReviewerHint: 'Small firms do without.',
    saved: 'The settings were saved.',
  },
  exceptions: {
    title: 'Work before learning',
    hint: 'Once for each person and module, for ten days. It counts against coverage.',
    person: 'Who',
    module: 'Module',
    reason: 'Reason',
    grant: 'Let them work',
    granted: (name: string, day: string) => `${name} may write until ${day}.`,
    twice: 'This person had an exception for this module already. Help them to learn instead.',
    until: (day: string) => `until ${day}`,
    by: (name: string) => `by ${name}`,
    none: 'Nobody works before learning.',
    choose: 'Choose',
    unknown: 'Choose somebody from the list.',
    noModule: 'Choose a module from the list.',
  },
}
