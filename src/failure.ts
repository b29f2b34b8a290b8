/**
 * An operation that could not be done, in words for whoever runs the command: `message` says what happened
 * and to what, `hint` what to do. Codes are permanent. Only commands print it and choose the exit code.
 */
export class Failure extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, options: { hint: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'Failure';
    this.code = code;
    this.hint = options.hint;
  }
}
