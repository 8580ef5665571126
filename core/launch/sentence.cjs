/** A failure to be printed as its sentence alone; anything else is a fault of ours and keeps its stack. */
exports.sentence = function sentence(text) {
  return Object.assign(new Error(text), { cure: true })
}
