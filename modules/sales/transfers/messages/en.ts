/** What is said of rows of deals that cannot be taken. */
export const en = {
  unknownPipeline: (name: string) =>
    `There is no pipeline called “${name}”. Add it, or leave the column out.`,
  unknownStage: (name: string, known: readonly string[]) =>
    `There is no stage called “${name}”. The stages are ${known.join(', ')}.`,
  needAccount: 'Name the account that the contract is with.',
  needTotal: 'Say what the contract comes to.',
  contractTaken: (number: string) =>
    `The number “${number}” belongs to a contract that is archived, or that you may not change.`,
  waitingElsewhere: 'Approval is given here: bring it in as a draft, then ask for it.',
  stateStays: 'A file does not change how a known contract stands. Do so on its page.',
  unknownContract: (number: string) =>
    `There is no contract “${number}” for which you may record money. Import it first, or check its number.`,
  receiptVoid: (number: string) =>
    `The receipt “${number}” is void. Give another number, or leave it empty.`,
  nameless: 'Name the deal, or its account or product.',
  future: 'A day on which it was created or closed lies in the future.',
}
