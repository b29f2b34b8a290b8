interface StatusFile {
  readonly cities: Readonly<Record<string, { readonly source: string; readonly pulledAt: string } | undefined>>;
}

/** Data older than this is no longer what readers expect of a site that is pulled every day. */
const oldHours = 48;

const marks = document.querySelectorAll<HTMLElement>('[data-age]');
const file = marks[0]?.dataset['age'];
if (file !== undefined) void showAge(file);

/** Says on every page how old the data is. The page itself cannot: it stays the same when a pull changes nothing. */
async function showAge(file: string): Promise<void> {
  const response = await fetch(file).catch(() => null);
  if (response?.ok !== true) return;
  const { cities } = (await response.json()) as StatusFile;
  for (const mark of marks) {
    const facts = cities[mark.dataset['city'] ?? ''];
    if (facts === undefined) continue;
    const hours = (Date.now() - Date.parse(facts.pulledAt)) / 3_600_000;
    mark.textContent = facts.source === 'sample' ? 'Sample data.' : `Data from ${ageText(hours)}.`;
    mark.classList.toggle('old', hours > oldHours);
  }
}

function ageText(hours: number): string {
  if (hours < 1) return 'less than an hour ago';
  const [count, noun] = hours < 48 ? [Math.floor(hours), 'hour'] : [Math.floor(hours / 24), 'day'];
  return `${count} ${noun}${count === 1 ? '' : 's'} ago`;
}
