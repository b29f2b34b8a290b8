import { weekdays, type Weekday } from '../../schedule/week.ts';
import { dateParts, groupDigits, type DayStyle } from '../days.ts';
import { timesIn } from '../times.ts';
import type { Words } from '../words.ts';
import { clock, weekdayNames } from './clock.ts';

const dayStyle: DayStyle = {
  long: weekdayNames,
  short: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  everyDay: 'Mỗi ngày',
  span: (from, to) => `${from} đến ${to}`,
  and: ' và ',
  comma: ', ',
};

const trucks = (count: number) => `${groupDigits(count)} xe`;
const spots = (count: number) => `${groupDigits(count)} địa điểm`;
const dayName = (day: Weekday) => weekdayNames[weekdays.indexOf(day)]!;

export const times: Words['times'] = {
  ...timesIn(clock, dayStyle),
  tick: (hour) => `${hour}h`,
  date: (date) => {
    const { year, month, day } = dateParts(date);
    return `${day} tháng ${month}, ${year}`;
  },
};

export const frame: Words['frame'] = {
  city: (name) => name,
  box: 'Xe, đường, món ăn',
  find: 'Tìm',
  sample:
    'Dữ liệu mẫu: bịa ra để cho thấy trang này hoạt động ra sao. Không có xe nào ở những nơi ghi ở đây.',
  sponsored: 'Được tài trợ',
  faults: 'Dữ liệu mới cũ và lỗi',
  about: 'Về dữ liệu',
  openData: 'Dữ liệu mở',
  json: 'Trang này dạng JSON',
  promise:
    'Được phép, chứ chưa ai thấy tận mắt. Ngày lễ có thể khác. Dữ liệu: Thành phố và Quận San Francisco (PDDL).',
  trucksIn: (city) => `Xe bán thức ăn ở ${city}`,
  truckIn: (city) => `Xe bán thức ăn ở ${city}`,
  untried: 'Bản dịch này còn chờ người bản ngữ xem lại.',
  day: 'Ngày',
  hour: 'Giờ',
  trucks,
  spots,
  more: (count) => `thêm ${count}`,
  andMore: (count) => `và ${count} nữa`,
  wholeHours: 'Thành phố chỉ cho biết giờ chẵn',
  renewing: 'giấy phép đang gia hạn',
  unknown: 'không rõ giấy phép',
  map: 'Bản đồ',
  openMap: 'Mở bản đồ',
  noPermit: 'Không có điểm dừng nào còn giấy phép hiệu lực.',
};

export const home: Words['home'] = {
  title: (city) => `Xe bán thức ăn đang mở ở ${city}`,
  description: (city) => `Xe bán thức ăn nào đang mở ở ${city}, ở đâu và đến mấy giờ: chính xác từng phút.`,
  heading: 'Đang mở',
  clock: 'Theo giờ của thành phố',
  timeOfWeek: 'Thời điểm trong tuần',
  now: 'Bây giờ',
  near: 'Gần tôi',
  food: 'Món ăn',
  anyFood: 'Mọi món ăn',
  area: 'Khu phố',
  anywhere: 'Mọi khu phố',
  noCold: 'Bỏ xe đồ nguội',
  permitted: 'Chỉ xe còn giấy phép',
  followed: 'Xe tôi theo dõi',
  everyHour: 'Mọi giờ trong tuần',
  everyFood: 'Mọi loại món ăn',
  following: 'Xe bạn theo dõi',
};

export const hours: Words['hours'] = {
  heading: (day, hour) => `${dayName(day)}, ${times.hour(hour)}`,
  title: (when, city) => `Xe bán thức ăn ${when} · ${city}`,
  description: (when, city, { trucks: open, stops: places }) =>
    `${trucks(open)} bán thức ăn tại ${spots(places)} ở ${city}. ${when}: tên, địa chỉ và giờ chính xác từng phút.`,
  summary: (open, places) => `[${open}] xe tại [${places}] địa điểm.`,
  turn: 'Giờ trước và giờ sau',
  otherDay: (day, time) => `${dayName(day)}, ${time}`,
  hideCold: (count) => `Ẩn ${count} xe đồ nguội`,
  filters: 'Bộ lọc khác',
  nobody: 'Không có xe nào có giấy phép vào giờ này.',
  dayTitle: (day, city) => `Xe bán thức ăn ${day} · ${city}`,
  dayDescription: (day, city) => `Mọi xe bán thức ăn ở ${city} vào ${day}, từng giờ từ nửa đêm đến nửa đêm.`,
  daySummary: (open) => `${trucks(open)} trong cả ngày.`,
  caption: 'Mỗi xe từ nửa đêm đến nửa đêm. Thanh là thời gian đậu, chấm là dừng ngắn.',
  truck: 'Xe',
  from: 'Từ',
  until: 'Đến',
  where: 'Ở đâu',
};

export const stops: Words['stops'] = {
  title: (truck, city) => `${truck} · xe bán thức ăn ở ${city}`,
  description: (truck) => `${truck} ở đâu, từng ngày và chính xác từng phút.`,
  days: (count) => (count === 7 ? 'mỗi ngày' : `${count} ngày mỗi tuần`),
  summary: (what, days) => `${what}, ${days}.`,
  cold: ' Xe bán đồ nguội.',
  calendar: 'Thêm vào lịch',
  share: 'Chia sẻ',
  follow: '☆ Theo dõi',
  list: 'Danh sách của bạn',
  nearby: 'Xe gần đây',
  food: 'Món ăn',
  permits: 'Giấy phép',
  takeAlong: 'Mang dữ liệu theo',
  feed: 'Nguồn tin thay đổi',
  embed: 'Cho trang web của bạn:',
  inForce: (date) => `còn hiệu lực${date === null ? '' : ` đến ${date}`}`,
  renewed: (date) => `đang gia hạn${date === null ? '' : `, hiệu lực đến ${date}`}`,
  unlisted: 'không có trong các giấy phép mà thành phố công bố',
  lapsed: (date) => `hết hiệu lực${date === null ? '' : `, ghi đến ${date}`}`,
  conflictCount: (count) => `${count} mục thành phố tự mâu thuẫn`,
  conflictReason: 'Giờ và phần chữ của các mục này ghi khác nhau nên không tin bên nào. Cả hai đều được nêu.',
  lapsedCount: (count) => `${count} mục có giấy phép hết hiệu lực`,
  lapsedReason:
    'Thành phố vẫn liệt kê các mục này, nhưng giấy phép đã hết hạn hoặc đang tạm ngưng. Không tính là đang mở.',
  noStatus: 'không có tình trạng',
  placeTitle: (address, city) => `Xe bán thức ăn tại ${address} · ${city}`,
  placeDescription: (address, city) =>
    `Xe bán thức ăn nào đến ${address} ở ${city}, vào ngày nào, từ mấy giờ đến mấy giờ.`,
  placeIn: (hasArea, city) => `Xe bán thức ăn ở ${hasArea ? '[area], ' : ''}${city}, tại`,
  nobodyComes: 'Không có xe nào còn giấy phép hiệu lực đến đây.',
};

export const finding: Words['finding'] = {
  foodTitle: (food, city) => `${food} từ xe bán thức ăn ở ${city}`,
  foodDescription: (food, city) =>
    `Xe bán thức ăn nào ở ${city} có ${food.toLowerCase()}, và ở đâu trong tuần.`,
  foodSummary: (count) => `${trucks(count)} còn giấy phép hiệu lực.`,
  absent: (count) => `${count} xe không có điểm dừng còn hiệu lực`,
  foodsTitle: (city) => `Món ăn từ xe ở ${city}`,
  foodsDescription: (city) => `Mọi loại món ăn bán trên xe ở ${city}, và ai bán.`,
  foods: 'Ăn gì',
  areaTitle: (area, city) => `Xe bán thức ăn ở ${area}, ${city}`,
  areaDescription: (area, city) =>
    `Xe bán thức ăn nào đến ${area} ở ${city}, vào ngày nào, từ mấy giờ đến mấy giờ.`,
  areaSummary: (open, places) => `${trucks(open)} tại ${spots(places)}.`,
  areasTitle: (city) => `Xe bán thức ăn theo khu phố ở ${city}`,
  areasDescription: (city) => `Mọi khu phố của ${city}, và có bao nhiêu xe bán thức ăn đến đó.`,
  areas: 'Khu phố',
  cityIn: (city) => `Xe bán thức ăn ở [${city}]`,
  none: 'không có',
  spots: 'Địa điểm',
  searchTitle: (city) => `Tìm xe bán thức ăn ở ${city}`,
  searchDescription: (city) => `Tìm xe, con đường hoặc loại món ăn ở ${city}.`,
  search: 'Tìm kiếm',
  kind: 'Loại',
  everything: 'Tất cả',
  trucks: 'Xe',
  places: 'Địa điểm',
  food: 'Món ăn',
  noScript: 'Việc tìm kiếm chạy trong trình duyệt và cần JavaScript. Nếu không có: [mọi loại món ăn].',
  followingTitle: (city) => `Xe bạn theo dõi ở ${city}`,
  followingDescription: (city) =>
    `Các xe và địa điểm ở ${city} mà bạn theo dõi, và điểm dừng kế tiếp. Chỉ lưu trên máy của bạn.`,
  following: 'Đang theo dõi',
  followingNoScript: 'Những gì bạn theo dõi được lưu trong trình duyệt và cần JavaScript.',
  openNow: 'Xe nào đang mở',
};
