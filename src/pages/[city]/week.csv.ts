import { readShardCities } from '../../site/cities.ts';
import { tableFiles } from '../../site/data-pages.ts';
import type { EntryView } from '../../site/entry-view.ts';
import { weekTableText } from '../../site/table.ts';
import { textFile } from '../../site/text-file.ts';

export const getStaticPaths = () => readShardCities().flatMap(tableFiles);

export const GET = ({ props }: { props: { view: () => readonly EntryView[] } }) =>
  textFile('text/csv; charset=utf-8', () => weekTableText(props.view()));
