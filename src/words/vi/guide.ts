import { groupDigits } from '../days.ts';
import type { Words } from '../words.ts';

const withTimes = (words: string, times: string) => (times === '' ? words : `${words}: ${times}`);

export const changes: Words['changes'] = {
  places: (count) => `${count} địa điểm`,
  appeared: (where, now) => withTimes(`nay được dừng ở ${where}`, now),
  gone: (where, before) => withTimes(`không còn trong danh sách ở ${where}`, before && `trước đây ${before}`),
  moved: (from, where) => (from === '' ? `đã dời đến ${where}` : `đã dời từ ${from} đến ${where}`),
  otherTimes: (where) => `đổi giờ ở ${where}`,
  times: (where, now, before) => `ở ${where}: nay ${now}; trước đây ${before}`,
  lapsed: (where) => `không còn giấy phép hiệu lực ở ${where}`,
  expired: (where) => `đang gia hạn giấy phép ở ${where}`,
  renewed: (where, now) => withTimes(`lại có giấy phép hiệu lực ở ${where}`, now),
  doubted: (where) => `ở ${where}: phần chữ và giờ của thành phố nay không khớp`,
  settled: (where, now) => withTimes(`ở ${where}, phần chữ và giờ của thành phố đã khớp lại`, now),
};

export const status: Words['status'] = {
  title: (city) => `Tình trạng dữ liệu · ${city}`,
  description: (city) =>
    `Dữ liệu của ${city} mới cũ và nhiều ít ra sao, những lần lấy gần đây thay đổi gì, và mọi lỗi trong các dòng.`,
  heading: 'Tình trạng',
  summary: (rows, trucks, places) =>
    `[${groupDigits(rows)}] dòng, [${groupDigits(trucks)}] xe, [${groupDigits(places)}] địa điểm,`,
  problems: (count) => `[${groupDigits(count)}] lỗi`,
  heat: 'Số xe đang mở, từng giờ',
  heatLabel: 'Số xe đang mở theo giờ',
  pulls: 'Những lần lấy dữ liệu gần đây thay đổi gì',
  asOf: 'Ngày',
  added: 'Dòng thêm',
  removed: 'Bỏ',
  restated: 'Hiệu lực giấy phép',
  edited: 'Chi tiết khác',
  told: 'Những gì mới có, dời chỗ hoặc hết hạn',
  changes: (count) => `${count} thay đổi`,
  nothing: 'Chưa có gì.',
  feed: 'Dạng nguồn tin',
  faults: 'Lỗi trong các dòng',
  noFaults: 'Không có: mọi dòng của thành phố đều đọc được và có vị trí.',
  kinds: {
    'column-missing': 'Thiếu một cột',
    'row-malformed': 'Không đọc được dòng',
    'weekday-unknown': 'Không có thứ này trong tuần',
    'weekday-disagrees': 'Hai thứ trong tuần trên một dòng',
    'hours-unreadable': 'Giờ không đọc được',
    'coordinates-missing': 'Không có vị trí trên bản đồ',
    'coordinates-outside': 'Vị trí ở ngoài thành phố',
    'status-unknown': 'Tình trạng mà thành phố không giải thích',
    'key-repeated': 'Cùng một dòng hai lần',
  },
  row: 'Dòng',
  wrong: 'Sai ở đâu',
  text: 'Nguyên văn của thành phố',
  others: (count) => `Và ${groupDigits(count)} lỗi nữa: [tất cả lỗi dạng JSON].`,
};

export const about: Words['about'] = {
  title: (city) => `Về dữ liệu · ${city}`,
  description: (city) =>
    `Lịch xe bán thức ăn của ${city} được đọc thế nào: mỗi giờ chắc chắn đến đâu, giấy phép nào được tính, và ai được dùng dữ liệu.`,
  heading: 'Về dữ liệu',
  summary: 'Mọi thứ ở đây là những gì thành phố cho phép. Không ai đi xem xe có thật sự ở đó hay không.',
  source: 'Dữ liệu từ đâu',
  sourceText:
    'Thành phố và Quận San Francisco công bố hai bảng, [Mobile Food Schedule] và [Mobile Food Facility Permit]. Một dòng của bảng đầu cho biết một giấy phép được bán tại một địa chỉ, vào một thứ trong tuần, giữa hai mốc giờ. Bảng sau cho biết giấy phép còn hiệu lực hay không. Cả hai được đọc đều đặn và dòng nào cũng được giữ lại: [dữ liệu cũ đến đâu và mọi lỗi trong đó].',
  certainty: 'Giờ chắc chắn đến đâu',
  certaintyText:
    'Hai mốc giờ của một dòng là giờ chẵn. Nhiều dòng có thêm phần chữ nói chính xác hơn, và trang này đọc phần đó.',
  stated: 'Ghi rõ từng phút',
  statedText: 'Phần chữ nêu giờ nằm trong giờ của dòng. Giờ đó được hiển thị.',
  hours: '≈ Chỉ giờ chẵn',
  hoursText:
    'Phần chữ không nêu giờ. Giờ của dòng được hiển thị với dấu ≈: xe có thể chỉ ở đó một phần thời gian.',
  conflict: 'Thành phố tự mâu thuẫn',
  conflictText:
    'Giờ và phần chữ ghi khác nhau. Không tin bên nào: dòng được liệt kê riêng và không bao giờ tính là đang mở.',
  standing: 'Giấy phép còn hiệu lực không',
  permitted: 'Còn hiệu lực',
  permittedText: 'Thành phố đã duyệt giấy phép và chưa quá hạn.',
  renewing: 'Giấy phép đang gia hạn',
  renewingText:
    'Đã được xin lại, hoặc hết hạn chưa đến 120 ngày: thành phố cập nhật bảng suốt mùa đông. Được tính là đang mở, có kèm nhãn.',
  unknown: 'Không rõ giấy phép',
  unknownText: 'Lịch nêu một giấy phép không có trong bảng giấy phép. Được tính là đang mở, có kèm nhãn.',
  lapsed: 'Hết hiệu lực',
  lapsedText:
    'Đã hết hạn, đang tạm ngưng hoặc bị rút. Dòng được liệt kê riêng và không bao giờ tính là đang mở.',
  limits: 'Những gì trang này không thể biết',
  limitsText:
    'Ngày lễ: giờ của giấy phép không nói gì về ngày lễ, và nhiều xe nghỉ ở nhà. Thời tiết, bệnh tật, tiệc riêng. Xe đồ nguội bán thức ăn đóng gói và chỉ dừng vài phút. Mọi giờ đều theo giờ của thành phố, dù bạn đọc trang này ở đâu.',
  takeAlong: 'Mang dữ liệu theo',
  takeAlongText:
    'Thành phố cho không dữ liệu theo [Public Domain Dedication and License]; bạn cũng được làm vậy. Hầu hết các trang có dữ liệu ngay bên cạnh, cùng địa chỉ nhưng khác phần đuôi. Cả tuần nằm trong một tập tin, dạng [JSON] hoặc [bảng]. Không cần khóa, không giới hạn.',
  sponsors: 'Nhà tài trợ nhận được gì và giá bao nhiêu',
  example: (day) => `[truck] tại [place], ${day}.`,
  exampleHours: (hours) => `Giờ: ${hours}.`,
  exampleText: 'Phần chữ:',
  examplePermit: 'Giấy phép:',
  shown: (times) => `Hiển thị: ${times || 'riêng'}.`,
};
