/** A table of the job summary: a heading, and rows of which the first names the columns. Cells are plain text. */
export interface ActionsTable {
  readonly heading: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a step wants GitHub Actions to show and to hand on. */
export interface ActionsReport {
  readonly title: string;
  readonly outputs: Readonly<Record<string, string | number | boolean>>;
  readonly tables: readonly ActionsTable[];
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

/** GitHub shows ten annotations of a kind per step and drops the others without a word; the last one counts those. */
const annotationsShown = 10;
/** A job summary holds 1 MiB; the problems of a broken table would pass it, and are in the log anyway. */
const tableRowsShown = 100;

/** True when this process is a step of a workflow. */
export function runsInActions(): boolean {
  return process.env['GITHUB_ACTIONS'] === 'true';
}

/** Writes step outputs, the job summary and annotations. Does nothing outside Actions, where the library is not even loaded. */
export async function reportToActions(report: ActionsReport): Promise<void> {
  if (!runsInActions()) return;
  const core = await import('@actions/core');
  for (const [name, value] of Object.entries(report.outputs)) core.setOutput(name, value);
  for (const warning of capped(report.warnings)) core.warning(warning, { title: report.title });
  for (const error of capped(report.errors)) core.error(error, { title: report.title });
  if (!process.env['GITHUB_STEP_SUMMARY']) return; // some runners have none, and the library would throw
  core.summary.addHeading(escapeHtml(report.title), 2);
  for (const { heading, rows } of report.tables) {
    if (rows.length > 1) core.summary.addHeading(escapeHtml(heading), 3).addTable(tableRows(rows));
  }
  await core.summary.write();
}

/** Tells Actions to mask these values in every log. Empty ones are left out: masking them would mask everything. */
export async function hideSecrets(values: readonly (string | undefined)[]): Promise<void> {
  const secrets = values.map((value) => value?.trim() ?? '').filter((value) => value !== '');
  if (!runsInActions() || secrets.length === 0) return;
  const core = await import('@actions/core');
  for (const secret of secrets) core.setSecret(secret);
}

function capped(messages: readonly string[]): readonly string[] {
  if (messages.length <= annotationsShown) return messages;
  const shown = messages.slice(0, annotationsShown - 1);
  return [...shown, `${messages.length - shown.length} more of this kind are in the log.`];
}

function tableRows(rows: ActionsTable['rows']): (string | { data: string; header: boolean })[][] {
  const [header = [], ...body] = rows;
  const shown = body.slice(0, tableRowsShown);
  const rest = body.length - shown.length;
  return [
    header.map((cell) => ({ data: escapeHtml(cell), header: true })),
    ...shown.map((row) => row.map(escapeHtml)),
    ...(rest > 0 ? [[`… and ${rest} more`]] : []),
  ];
}

/** The library writes cells into the page as they are, and these hold what strangers wrote into a city's table. */
function escapeHtml(cell: string | number): string {
  return String(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
