import type { TruckFile } from '../site/data-pages.ts';
import { cityNow } from '../schedule/clock.ts';
import { wordsAt } from './embed-now.ts';
import { fetchJson } from './fetch-json.ts';

// In a frame on another site: what holds now, from this truck's own data and nothing else.
const line = document.getElementById('now');
if (line !== null) void start(line);

async function start(line: HTMLElement): Promise<void> {
  const { file = '', zone = 'UTC' } = line.dataset;
  const data = await fetchJson<Pick<TruckFile, 'entries' | 'closed'>>(file);
  if (data === null) return;
  const { entries, closed } = data;
  const days = closed && (await import('./closed.ts'));
  const draw = () => {
    const instant = new Date();
    const words = wordsAt(entries, cityNow(zone, instant), days?.fallsOn(closed ?? [], zone, instant));
    if (line.textContent !== words) line.textContent = words;
    setTimeout(draw, 60_000 - (Date.now() % 60_000));
  };
  draw();
}
