/**
 * An expected failure, in a sentence for the user: wrong usage, a bad config, a bad rule. The CLI prints it and ends with 2.
 * Anything else that is thrown is a defect of ours.
 */
export class UserError extends Error {
  /** `file:line:column` of what is wrong, where there is a file. */
  readonly place: string | undefined

  constructor(message: string, place?: string) {
    super(place ? `${place}  ${message}` : message)
    this.name = 'UserError'
    this.place = place
  }
}
