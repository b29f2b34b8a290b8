import { App, type AppProps } from 'aws-cdk-lib';
import { settingsFrom } from './settings.ts';
import { SiteStack } from './site-stack.ts';
import { StandbyStack } from './standby-stack.ts';

/**
 * Both stacks: the site's in us-east-1, where CloudFront's certificates and metrics live, and the standby bucket's in
 * another region, because a bucket is where its stack is. Asks no account for anything.
 */
export function makeApp(props: AppProps): App {
  const app = new App({ analyticsReporting: false, ...props });
  const settings = settingsFrom((name) => app.node.tryGetContext(name) as unknown);
  new SiteStack(app, settings);
  new StandbyStack(app, settings);
  return app;
}
