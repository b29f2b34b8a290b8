import { timeIn } from '../clock.ts';
import type { FirstWords } from '../en/first.ts';
import { clock, minutesText, weekdayNames } from './clock.ts';

const trucks = (count: number) => (count === 0 ? 'Không có xe nào' : `${count} xe`);

/** What scripts say in Vietnamese before the reader asks for anything. */
export const first: FirstWords = {
  time: (minutes) => timeIn(clock, minutes),
  until: (minutes) => `đến ${timeIn(clock, minutes)}`,
  weekday: (day) => weekdayNames[day % 7]!,
  at: (day, time) => `${day}, ${time}`,
  waiting: (minutes) => `${minutesText(minutes)} nữa`,
  since: (minutes) => `từ ${timeIn(clock, minutes)}`,
  leftAt: (minutes) => `đã đi lúc ${timeIn(clock, minutes)}`,
  trucks,
  trucksNow: (count) => (count === 0 ? 'Hiện không có xe nào' : `${count} xe đang mở`),
  moreSoon: (count) =>
    count === 0 ? 'Giờ tới không có thêm xe nào.' : `Thêm ${count} xe trong một giờ tới.`,
  open: 'Đang mở',
  closing: 'Sắp đóng',
  soon: 'Sắp mở',
  left: 'Vừa rời đi',
  wholeHours: 'Thành phố chỉ cho biết giờ chẵn',
  noWeek: 'Không tải được dữ liệu tuần này.',
  here: 'Được phép lúc này',
  next: 'Kế tiếp',
  andMore: (count) => ` Và ${count} chỗ nữa.`,
  sample: 'Dữ liệu mẫu.',
  age: (age) => `Dữ liệu: ${age}.`,
  follow: 'Theo dõi',
  keepsNothing: 'Trình duyệt này không lưu được',
};
