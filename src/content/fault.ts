/** A fault in a file of content, in words for whoever wrote the file. */
export interface ContentFault {
  /** Below the folder of content: "trucks/anzu.yaml". */
  readonly file: string;
  /** From 1; null when no line is to blame. */
  readonly line: number | null;
  /** "menu 2, price"; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

/** "trucks/anzu.yaml, line 12, menu 2, price: write it as 9.50". */
export function faultText({ file, line, field, message }: ContentFault): string {
  const at = [file, line === null ? '' : `line ${line}`, field].filter((part) => part !== '');
  return `${at.join(', ')}: ${message}`;
}
