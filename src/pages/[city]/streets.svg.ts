import { streetMapPages, type BaseMap } from '../../site/base-map.ts';
import { readShardCities } from '../../site/cities.ts';

export const getStaticPaths = () => readShardCities().flatMap(streetMapPages);

export const GET = ({ props }: { props: { view: () => BaseMap } }) =>
  new Response(props.view().svg, { headers: { 'content-type': 'image/svg+xml' } });
