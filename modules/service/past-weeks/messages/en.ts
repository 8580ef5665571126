/** What is made up says so. */
export const en = {
  madeUp: ' (made up)',
  answer: 'Thank you, we look into it and come back to you shortly. (made up)',
  identity: 'Called back on the number we know (made up)',
  rootCause: 'The warehouse did not check the agreed day with the carrier. (made up)',
  prevention: 'The day before it ships, somebody confirms the day by phone. (made up)',
  said: {
    stopped: {
      who: 'Mr Howe (made up)',
      subject: 'Labeller stopped',
    },
    invoice: { who: 'Ms Grant (made up)', subject: 'Wrong tax number on invoice' },
    late: {
      who: 'Mr Hardy (made up)',
      subject: 'Complaint: spare part a week late',
    },
    rude: {
      who: 'Ms Zell (made up)',
      subject: 'Complaint: short with us on the phone',
    },
    damaged: { who: 'Mr Marsh (made up)', subject: 'Complaint: damaged packaging' },
    copy: { who: 'Mr Reid (made up)', subject: 'What do you keep about me?' },
    sensor: {
      who: 'Ms Small (made up)',
      subject: 'Sensor gives no signal',
    },
    manual: { who: 'Mr White (made up)', subject: 'Where is the manual?' },
    roller: { who: 'Mr Dunn (made up)', subject: 'Roller is noisy' },
    forget: { who: 'Ms Lake (made up)', subject: 'Please delete my details' },
  },
  comments: {
    stopped: 'Somebody came the same day, thank you.',
    late: 'Nobody called back until the next day, and the line stood still.',
    rude: 'It was put right in the end.',
    sensor: 'Solved on the phone.',
  },
}
