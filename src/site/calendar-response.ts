import type { CalendarFacts } from './calendar.ts';
import { publicLink } from './link.ts';

/** A calendar's response. What writes it is loaded here and not with the list of calendars, which every build asks for. */
export async function calendarResponse(facts: CalendarFacts): Promise<Response> {
  const { calendarText } = await import('./calendar.ts');
  const headers = { 'content-type': 'text/calendar; charset=utf-8' };
  return new Response(calendarText(facts, publicLink), { headers });
}
