/** Publishes are told apart by their number within as many seconds; more than one a second is not to be feared. */
const span = 256;

/**
 * The time (Unix, whole seconds) that the files put by a publish get. Web servers make an ETag of a file's time in seconds
 * and its size: written in the same second with the same size, other bytes would be "not modified". So the time holds the
 * publish's number, and is otherwise the clock's, less than nine minutes early and never late.
 */
export function fileTime(publishNumber: number, nowMs: number): number {
  const now = Math.floor(nowMs / 1000);
  return now - (now % span) - span + (publishNumber % span);
}
