import { readShardCities } from '../../site/cities.ts';
import { cityFeeds } from '../../site/feed-files.ts';
import { jsonFeed, type FeedFacts } from '../../site/feed.ts';
import { textFile } from '../../site/text-file.ts';

export const getStaticPaths = () => readShardCities().flatMap(cityFeeds);

export const GET = ({ props }: { props: { view: () => FeedFacts } }) =>
  textFile('application/json', (addressOf) => `${JSON.stringify(jsonFeed(props.view(), addressOf))}\n`);
