import { digitsWith, type ClockStyle } from '../clock.ts';

/** How Vietnamese tells the time: the part of the day comes after it. */
export const clock: ClockStyle = {
  noon: '12\u00A0giờ trưa',
  midnight: 'nửa đêm',
  digits: digitsWith((hour) => `${hour}\u00A0giờ`),
  half: (hour) => (hour < 11 ? 'sáng' : hour < 13 ? 'trưa' : hour < 18 ? 'chiều' : 'tối'),
  write: (digits, half) => `${digits} ${half}`,
  span: (from, to) => `${from} đến ${to}`,
};

export const weekdayNames = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** A number of minutes: "25 phút", "1 giờ 5 phút". */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}
