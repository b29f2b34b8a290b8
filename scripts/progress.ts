const width = 30;
const redrawMs = 80;

/** A progress bar on stderr when that is a terminal, and nothing otherwise: a log wants no half-drawn lines. */
export interface ProgressBar {
  readonly show: (done: number, total: number) => void;
  readonly clear: () => void;
}

export function progressBar(label: string, stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  const show = (done: number, total: number) => {
    const now = performance.now();
    if (!stream.isTTY || (now - drawnAt < redrawMs && done < total)) return;
    drawnAt = now;
    isDrawn = true;
    const filled = Math.round((done / total) * width);
    stream.write(`\r${label} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${total}`);
  };
  const clear = () => {
    if (isDrawn) stream.write('\r\u001B[K');
  };
  return { show, clear };
}
