import fs from 'node:fs';

/** Clock ticks of the kernel's accounting in a second (`getconf CLK_TCK`), the same on every Linux. */
const ticks = 100;

/** Seconds of processor time that a process and all its living descendants have used so far. */
export function cpuSeconds(pid: number): number {
  const all = processes();
  const family = new Set([pid]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const { pid: each, parent } of all) if (family.has(parent)) family.add(each);
  }
  const used = all.filter(({ pid: each }) => family.has(each)).reduce((sum, each) => sum + each.ticks, 0);
  return used / ticks;
}

/** Bytes of memory that a process and all its living descendants hold for themselves. */
export function memoryBytes(pid: number): number {
  const own = (each: number) =>
    Number(/^Private_Dirty: *(\d+) kB/m.exec(read(`/proc/${each}/smaps_rollup`) ?? '')?.[1] ?? 0) * 1024;
  const all = processes();
  const children = all.filter(({ parent }) => parent === pid).map((each) => each.pid);
  return own(pid) + children.reduce((sum, each) => sum + memoryBytes(each), 0);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function processes(): Process[] {
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const stat = read(`/proc/${pid}/stat`);
    return stat === null ? [] : [processFrom(stat)];
  });
}

/** A line of `/proc/PID/stat`: the name in brackets may hold anything, so the fields are counted from its end. */
export function processFrom(stat: string): Process {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
  return { pid: Number.parseInt(stat, 10), parent: parent!, ticks: user! + system! };
}

/** Null for a process that is gone by now. */
function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
