import fs from 'node:fs';
import path from 'node:path';
import type { Surroundings } from './workflow-runner.ts';
import type { FolderServer } from './workflow-site.ts';

/**
 * Stands for GitHub's artifacts on a machine that all jobs share: what a job hands on is gone from there, so that the next
 * one has what it takes and nothing else. An artifact of Pages becomes the whole of `pages`.
 */
export function artifactActions(machine: string, pages: FolderServer): Surroundings['actions'] {
  const store = path.join(machine, 'artifacts');
  const placeOf = ({ path: given = '' }: Readonly<Record<string, string>>) => path.join(machine, given);
  const ofPages = path.join(store, 'github-pages');
  const { pathname } = new URL(pages.address);
  return {
    'actions/upload-artifact': (inputs) => move(placeOf(inputs), path.join(store, inputs['name']!)),
    'actions/download-artifact': (inputs) => copy(path.join(store, inputs['name']!), placeOf(inputs)),
    'actions/configure-pages': () => ({
      base_url: pages.address.slice(0, -1),
      base_path: pathname.slice(0, -1),
    }),
    'actions/upload-pages-artifact': (inputs) => move(placeOf(inputs), ofPages),
    'actions/deploy-pages': () => ({ ...move(ofPages, pages.folder), page_url: pages.address }),
  };
}

/** More than one job may take what one hands on. */
function copy(from: string, to: string): Record<string, string> {
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(from, to, { recursive: true });
  return {};
}

function move(from: string, to: string): Record<string, string> {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.rmSync(to, { recursive: true, force: true });
  fs.renameSync(from, to);
  return {};
}
