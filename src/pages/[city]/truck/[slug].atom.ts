import { readShardCities } from '../../../site/cities.ts';
import { truckFeeds } from '../../../site/feed-files.ts';
import { atomFeed, type FeedFacts } from '../../../site/feed.ts';
import { textFile } from '../../../site/text-file.ts';

export const getStaticPaths = () => readShardCities().flatMap(truckFeeds);

export const GET = ({ props }: { props: { view: () => FeedFacts } }) =>
  textFile('application/atom+xml; charset=utf-8', (addressOf) => atomFeed(props.view(), addressOf));
