import { dayCards } from '../../site/card-files.ts';
import { cardResponse } from '../../site/card-response.ts';
import type { CardFacts } from '../../site/card.ts';
import { readShardCities } from '../../site/cities.ts';

export const getStaticPaths = () => readShardCities().flatMap(dayCards);

export const GET = ({ props }: { props: { view: () => CardFacts } }) => cardResponse(props.view());
