import type { Decision } from './decide.ts';
import type { PagePath } from './page.ts';

/** What a build did. Paths are in code-unit order. */
export interface BuildReport {
  readonly pages: number;
  readonly added: readonly PagePath[];
  readonly changed: readonly PagePath[];
  readonly removed: readonly PagePath[];
  readonly unchanged: number;
  /** Pages that were rendered, whether or not their bytes turned out to differ. */
  readonly rendered: number;
  readonly compiled: boolean;
  /** Why each added, changed or removed page is so. */
  readonly reasons: Readonly<Record<PagePath, string>>;
  /** Files written beside pages: assets and derived files. */
  readonly otherFiles: number;
  readonly ms: Readonly<Record<Phase, number>>;
}

export type Phase = 'compile' | 'list' | 'render' | 'write' | 'index' | 'total';

export interface ReportFacts {
  readonly pages: number;
  readonly decisions: readonly Decision[];
  /** Rendered pages whose bytes differ from what lay there. */
  readonly wrote: ReadonlySet<PagePath>;
  readonly compiled: boolean;
  readonly otherFiles: number;
  readonly ms: BuildReport['ms'];
}

export function buildReport({ pages, decisions, wrote, compiled, otherFiles, ms }: ReportFacts): BuildReport {
  const done = decisions.filter(({ action, path }) => action === 'removed' || wrote.has(path));
  const paths = (action: Decision['action']) =>
    done
      .filter((decision) => decision.action === action)
      .map(({ path }) => path)
      .sort();
  const added = paths('added');
  const changed = paths('changed');
  return {
    pages,
    added,
    changed,
    removed: paths('removed'),
    unchanged: pages - added.length - changed.length,
    rendered: decisions.filter(({ action }) => action === 'added' || action === 'changed').length,
    compiled,
    reasons: Object.fromEntries(done.map(({ path, reason }) => [path, reason])),
    otherFiles,
    ms,
  };
}
