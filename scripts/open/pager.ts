/** Where pages go and keys come from. */
export interface Terminal {
  /** False when a person cannot press keys: then everything comes at once. */
  readonly interactive: boolean;
  /** Width in cells; null when lines may be as long as they are. */
  readonly columns: number | null;
  readonly write: (text: string) => void;
  /** Key presses, one by one; the iterator's return gives the terminal back as it was. */
  readonly keys: () => AsyncIterator<string, undefined>;
}

const linesPerPage = 10;
const enough = new Set(['q', 'Q', '\u0003', '\u0004', '\u001b']); // Ctrl-C, Ctrl-D, Esc

/** Writes lines ten at a time; a key brings more, and q, Esc, Ctrl-C or the end of the keys is enough. */
export async function showPages(lines: readonly string[], terminal: Terminal): Promise<void> {
  if (!terminal.interactive || lines.length <= linesPerPage) {
    if (lines.length > 0) terminal.write(`${lines.join('\n')}\n`);
    return;
  }
  const keys = terminal.keys();
  try {
    for (let from = 0; ; from += linesPerPage) {
      terminal.write(`${lines.slice(from, from + linesPerPage).join('\n')}\n`);
      if (from + linesPerPage >= lines.length) return;
      if (!(await wantsMore(`${from + linesPerPage} of ${lines.length}`, keys, terminal))) return;
    }
  } finally {
    await keys.return?.();
  }
}

async function wantsMore(
  progress: string,
  keys: AsyncIterator<string, undefined>,
  terminal: Terminal,
): Promise<boolean> {
  const words = ` ${progress}; any key for more, q to quit `.slice(0, (terminal.columns ?? 80) - 1);
  terminal.write(words);
  const { done, value } = await keys.next();
  // Spaces and not an escape sequence: that works on every terminal.
  terminal.write(`\r${' '.repeat(words.length)}\r`);
  return done !== true && !enough.has(value);
}

/** This process's terminal. A reader that went away, as `head` does, is no fault. */
export function realTerminal(): Terminal {
  const stdin: NodeJS.ReadStream = process.stdin;
  const stdout: NodeJS.WriteStream = process.stdout;
  const interactive = stdin.isTTY && stdout.isTTY;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    interactive,
    columns: stdout.isTTY ? stdout.columns : null,
    write: (text) => void stdout.write(text),
    keys: () => pressedKeys(stdin),
  };
}

/** An arrow key sends several characters; pasted or typed ahead, several keys come at once. */
const oneKey = /\u001b(?:\[[\d;]*[A-Za-z~]|O.)|./gsu;

/** Raw from the first moment, so that no key typed early is echoed or kills the process. */
function pressedKeys(stdin: NodeJS.ReadStream): AsyncIterator<string, undefined> {
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  const keys = keysOf(stdin.iterator({ destroyOnReturn: false }));
  return {
    next: () => keys.next(),
    return: async () => {
      await keys.return(undefined);
      stdin.setRawMode(false);
      stdin.pause();
      return { done: true, value: undefined };
    },
  };
}

async function* keysOf(chunks: AsyncIterable<unknown>): AsyncGenerator<string, undefined> {
  for await (const chunk of chunks) yield* String(chunk).match(oneKey) ?? [];
}
