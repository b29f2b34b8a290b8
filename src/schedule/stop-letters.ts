/** Whether a character code is an ASCII digit. Like its neighbours here it is false for NaN, the code past the end of a text. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a character code is a lower-case Latin letter or a letter of a neighbouring alphabet; emoji are not letters. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code > 191 && code < 0x2000);
}

/** Whether a character code is a space or a control character. */
export function isSpace(code: number): boolean {
  return code <= 32 || code === 127;
}
