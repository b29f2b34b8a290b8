import { describe, expect, it } from 'vitest';
import { showPages, type Terminal } from './pager.ts';

describe('showPages', () => {
  /** A terminal whose keys were pressed beforehand; `output` is all it was given, `restored` counts how often it was freed. */
  function terminal(
    keys: readonly string[],
    interactive = true,
  ): Terminal & { output: string; restored: number } {
    const left = [...keys];
    return {
      interactive,
      columns: 80,
      output: '',
      restored: 0,
      write(text) {
        this.output += text;
      },
      keys() {
        return {
          next: () => {
            const value = left.shift();
            return Promise.resolve(value === undefined ? { done: true, value } : { done: false, value });
          },
          return: () => {
            this.restored++;
            return Promise.resolve({ done: true, value: undefined });
          },
        };
      },
    };
  }

  const lines = Array.from({ length: 25 }, (_, index) => `truck ${index + 1}.`);
  const shown = (output: string) => output.match(/truck \d+\./g)?.length ?? 0;

  it('shows ten, and ten more for each key', async () => {
    const screen = terminal([' ', 'x']);
    await showPages(lines, screen);
    expect(shown(screen.output)).toBe(25);
    expect(screen.output).toContain('10 of 25; any key for more, q to quit');
    expect(screen.output).toContain('20 of 25');
    expect(screen.restored).toBe(1);
  });

  it.each([['q'], ['Q'], ['\u0003'], ['\u0004'], ['\u001b']])(
    'stops at %j and gives the terminal back',
    async (key) => {
      const screen = terminal([key, ' ']);
      await showPages(lines, screen);
      expect(shown(screen.output)).toBe(10);
      expect(screen.restored).toBe(1);
    },
  );

  it('stops when the keys end', async () => {
    const screen = terminal([]);
    await showPages(lines, screen);
    expect(shown(screen.output)).toBe(10);
  });

  it('asks for no key when one page is enough or nobody can press one', async () => {
    const few = terminal([]);
    await showPages(lines.slice(0, 10), few);
    expect(few.output).toBe(`${lines.slice(0, 10).join('\n')}\n`);
    const pipe = terminal([], false);
    await showPages(lines, pipe);
    expect(pipe.output).toBe(`${lines.join('\n')}\n`);
    const none = terminal([]);
    await showPages([], none);
    expect(none.output).toBe('');
  });
});
