import { parseArgs } from 'node:util';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { untilInterrupted } from './interrupt.ts';
import { portFrom, serve } from './serve.ts';
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
    return exitCodes.done;
  }
  const port = portFrom(values.port);
  if (port === null) throw new UsageError(`"${values.port}" is no port.`, usage);
  const { address } = await serve({
    build: siteOptions(values),
    host: values.host,
    port,
  });
  console.log(`Serving ${values.out} at ${address} (Ctrl-C ends)`);
  return untilInterrupted();
}, usage);
