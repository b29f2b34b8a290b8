import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type Alarm,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { metrics, type MetricName } from '../../scripts/metrics/names.ts';
import { edgeMetric, ownMetric, problemShare } from './metrics.ts';

/** Which of our metrics stand in one graph; every one stands in some. */
const graphs: Readonly<Record<string, readonly MetricName[]>> = {
  'Rows and faults': ['PullRows', 'PullProblems'],
  'Refused snapshots': ['PullRefused'],
  'Age of the data in force': ['PullDataAgeSeconds'],
  'Pages, and those that changed': ['BuildPages', 'BuildPagesChanged'],
  'Time of pull, build and publish': ['PullSeconds', 'BuildSeconds', 'PublishSeconds'],
  'Bytes sent': ['PublishBytes'],
  'Files of the release': ['PublishFiles'],
  'Age of the city token': ['TokenAgeDays'],
};

export interface DashboardOptions {
  readonly distribution: Distribution;
  readonly alarms: readonly Alarm[];
}

/** One page of graphs: alarms on top, then what readers meet, then how the site is made. */
export function dashboard(scope: Construct, { distribution, alarms }: DashboardOptions): Dashboard {
  const page = new Dashboard(scope, 'Dashboard', { dashboardName: 'curbside', start: '-P7D' });
  page.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 3 }));
  page.addWidgets(
    graph('Requests', [edgeMetric(distribution, 'Requests', 'Sum')]),
    graph('Bytes to readers', [edgeMetric(distribution, 'BytesDownloaded', 'Sum')]),
    graph('Faults in a hundred answers', [
      edgeMetric(distribution, '5xxErrorRate', 'Average'),
      edgeMetric(distribution, '4xxErrorRate', 'Average'),
    ]),
  );
  page.addWidgets(
    graph('Releases an hour', [ownMetric('PublishReleasedAtSeconds', 'SampleCount')]),
    graph('Faults in a hundred rows', [problemShare()]),
    ...Object.entries(graphs).map(([title, names]) =>
      graph(
        title,
        names.map((name) => ownMetric(name, 'Maximum').with({ label: metrics[name].help })),
      ),
    ),
  );
  return page;
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8, height: 6, leftYAxis: { min: 0 } });
}
