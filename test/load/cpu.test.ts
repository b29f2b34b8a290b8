import { describe, expect, it } from 'vitest';
import { cpuSeconds, memoryBytes, processFrom } from './cpu.ts';

describe('processFrom', () => {
  it('reads parent and time behind a name of any kind', () => {
    const stat = '812 (nginx) S (9) S 811 812 812 0 -1 4194624 1 0 0 0 250 41 7 8 20 0 1 0 99 1 2';
    expect(processFrom(stat)).toEqual({ pid: 812, parent: 811, ticks: 291 });
  });
});

describe('cpuSeconds', () => {
  it('counts what this process works', () => {
    const before = cpuSeconds(process.pid);
    for (const until = performance.now() + 300; performance.now() < until;);
    expect(cpuSeconds(process.pid)).toBeGreaterThan(before + 0.05);
  });
});

describe('memoryBytes', () => {
  it('counts what this process holds', () => {
    const before = memoryBytes(process.pid);
    const held = Buffer.alloc(50e6, 1);
    expect(memoryBytes(process.pid) - before).toBeGreaterThan(40e6);
    expect(held).toHaveLength(50e6);
  });
});
