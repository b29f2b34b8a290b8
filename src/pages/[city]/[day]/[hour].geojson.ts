import { readShardCities } from '../../../site/cities.ts';
import { hourData, type HourData } from '../../../site/data-pages.ts';
import { hourPoints } from '../../../site/points.ts';
import { textFile } from '../../../site/text-file.ts';

export const getStaticPaths = () => readShardCities().flatMap(hourData);

export const GET = ({ props }: { props: { view: () => HourData } }) => {
  const { city, open } = props.view();
  return textFile(
    'application/geo+json',
    (addressOf) => `${JSON.stringify(hourPoints(city, open, addressOf))}\n`,
  );
};
