import { constants } from 'node:os';
import { inspect } from 'node:util';
import { Failure } from '../src/failure.ts';

/** What a command tells the shell. */
export const exitCodes = { done: 0, failure: 1, usage: 2, refused: 3 } as const;

/** The command was called wrongly; `usage` is printed and the exit code is 2. */
export class UsageError extends Error {
  readonly usage: string;

  constructor(message: string, usage: string) {
    super(message);
    this.name = 'UsageError';
    this.usage = usage;
  }
}

/** The command was asked to end by a signal, and ended in order. The exit code is the one that a shell gives. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(signal: NodeJS.Signals, message: string) {
    super(message);
    this.name = 'Interrupted';
    this.exitCode = exitCodeOf(signal);
  }
}

/** What a shell gives for a process that a signal ended: 130 for SIGINT, 143 for SIGTERM. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/**
 * Runs a command: its number becomes the exit code, a fault is told on stderr. The only place that ends a command.
 * `usage` follows the message when `parseArgs` refuses an argument.
 */
export async function runCommand(main: () => Promise<number>, usage = 'See --help.'): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const fault = isArgumentError(error) ? new UsageError(error.message, usage) : error;
    console.error(faultText(fault));
    process.exitCode = exitCodeAfter(fault);
  }
}

function exitCodeAfter(fault: unknown): number {
  if (fault instanceof Interrupted) return fault.exitCode;
  return fault instanceof UsageError ? exitCodes.usage : exitCodes.failure;
}

/** A fault as text for a terminal: what happened, what to do, and why; the stack only of what nobody foresaw. */
export function faultText(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${error.usage}`;
  if (error instanceof Interrupted) return error.message;
  if (!(error instanceof Failure)) return `An unforeseen fault; please report it.\n${inspect(error)}`;
  return [`${error.message} [${error.code}]`, `→ ${error.hint}`, ...causes(error.cause)].join('\n');
}

function causes(cause: unknown): string[] {
  if (cause === undefined || cause === null) return [];
  const message = cause instanceof Error ? cause.message : inspect(cause);
  return [`  because: ${message}`, ...(cause instanceof Error ? causes(cause.cause) : [])];
}

/** An argument that `parseArgs` does not know or cannot place. */
function isArgumentError(error: unknown): error is Error {
  return (
    error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_')
  );
}
