import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { untilInterrupted } from './interrupt.ts';
import { serve } from './serve.ts';
import { siteOptions } from './site.ts';

const usage = `Usage: npm run preview -- [--out dist] [--state DIR] [--host 127.0.0.1] [--port 4321]

Serves the built site until it is interrupted.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'dist' },
      state: { type: 'string', default: '.curbside' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '4321' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const { address } = await serve({
    build: siteOptions(values),
    host: values.host,
    port: Number(values.port),
  });
  console.log(`Serving ${values.out} at ${address} (Ctrl-C ends)`);
  return untilInterrupted();
});
