import { readShardCities } from '../../../site/cities.ts';
import { truckRows } from '../../../site/data-pages.ts';
import type { EntryView } from '../../../site/entry-view.ts';
import { truckPoints } from '../../../site/points.ts';
import { textFile } from '../../../site/text-file.ts';

export const getStaticPaths = () => readShardCities().flatMap(truckRows);

export const GET = ({ props }: { props: { view: () => readonly EntryView[] } }) =>
  textFile('application/geo+json', () => `${JSON.stringify(truckPoints(props.view()))}\n`);
