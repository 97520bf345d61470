/** Something the person at the keyboard can mend: the message is all they need, a stack trace would only hide it. */
export class CannotStart extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CannotStart'
  }
}
