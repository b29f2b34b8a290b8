import { readShardCities } from '../../../site/cities.ts';
import { photoFiles, photoResponse, type PhotoFile } from '../../../site/photo-files.ts';

export const getStaticPaths = () => readShardCities().flatMap(photoFiles);

export const GET = ({ props }: { props: { view: () => PhotoFile } }) => photoResponse(props.view());
