import { readShardCities } from '../../site/cities.ts';
import { problemFiles, type ProblemData } from '../../site/data-pages.ts';
import { jsonResponse } from '../../site/json.ts';

export const getStaticPaths = () => readShardCities().flatMap(problemFiles);

export const GET = ({ props }: { props: { view: () => ProblemData } }) => jsonResponse(props.view());
