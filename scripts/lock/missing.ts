/** The parts of a lock file (version 3) that name a package and what it may bring along. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Words in the names of platform packages, and npm's for the same. */
const systems: Readonly<Record<string, string>> = { windows: 'win32' };
const systemNames = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows'];
const processorNames = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];

/** Optional packages that the lock names as somebody's dependency and has no entry for, as entries. */
export function missingFromLock({ packages }: Lock): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const [place, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isResolved(packages, place, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(dev ? { dev } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

/** Looks where Node would: beside the package itself, then beside each that it lies in. */
function isResolved(packages: Lock['packages'], place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu'> {
  const words = name.split(/[/-]/);
  const system = systemNames.find((word) => words.includes(word));
  const processor = processorNames.find((word) => words.includes(word));
  return {
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(system === undefined ? {} : { os: [systems[system] ?? system] }),
  };
}
