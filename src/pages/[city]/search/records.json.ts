import { readShardCities } from '../../../site/cities.ts';
import { searchFiles } from '../../../site/data-pages.ts';
import { jsonResponse } from '../../../site/json.ts';

export const getStaticPaths = () => readShardCities().flatMap(searchFiles);

export const GET = ({ props }: { props: { view: () => object } }) => jsonResponse(props.view());
