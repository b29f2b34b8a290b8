import { digitsWith, type ClockStyle } from '../clock.ts';

/** How Chinese tells the time: the part of the day comes first. */
export const clock: ClockStyle = {
  noon: '正午',
  midnight: '午夜',
  digits: digitsWith((hour) => `${hour}時`),
  half: (hour) => (hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'),
  write: (digits, half) => half + digits,
  span: (from, to) => `${from}至${to}`,
};

export const weekdayNames = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** A number of minutes: "25分鐘", "1小時5分鐘". */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? `${hours}小時` : ''}${rest > 0 || hours === 0 ? `${rest}分鐘` : ''}`;
}
