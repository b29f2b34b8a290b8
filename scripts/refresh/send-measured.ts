// Sends what the build measured, which itself holds nothing that could: `MEASURED` is the file that its sink wrote. Only
// its own metrics are taken from there.
import { exitCodes, runCommand } from '../command.ts';
import { measuresIn } from '../metrics/open-metrics.ts';
import { sendMeasures } from '../metrics/send.ts';

await runCommand(async () => {
  const found = Object.entries(measuresIn(process.env['MEASURED'] ?? ''));
  const measures = Object.fromEntries(found.filter(([name]) => name.startsWith('Build')));
  const warning = await sendMeasures(measures, process.env);
  console.log(warning ?? `${Object.keys(measures).length} metrics of the build were sent.`);
  return exitCodes.done;
});
