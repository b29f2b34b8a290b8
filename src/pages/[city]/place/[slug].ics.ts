import type { CalendarFacts } from '../../../site/calendar.ts';
import { placeCalendars } from '../../../site/calendar-files.ts';
import { calendarResponse } from '../../../site/calendar-response.ts';
import { readShardCities } from '../../../site/cities.ts';

export const getStaticPaths = () => readShardCities().flatMap(placeCalendars);

export const GET = ({ props }: { props: { view: () => CalendarFacts } }) => calendarResponse(props.view());
