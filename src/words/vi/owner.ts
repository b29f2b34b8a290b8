import type { Words } from '../words.ts';

export const owner: Words['owner'] = {
  heading: 'Lời chủ xe',
  promise: 'Đây là lời chủ xe, không phải của thành phố.',
  closed: (dates) => `Nghỉ ${dates}`,
  menu: 'Thực đơn',
  order: 'Đặt món trước',
  pay: (price: string) => `Trả ${price}`,
  paying: 'Trả trước qua Stripe; tại đó bạn cho biết khi nào đến lấy.',
  call: (number) => `Gọi ${number}`,
  website: 'Trang web',
  catering: 'Đặt tiệc',
  spoken: (languages) => `Nói được: ${languages}`,
  accessibility: {
    'step-free': 'Quầy không có bậc',
    'low-counter': 'Quầy thấp',
    'large-print-menu': 'Thực đơn chữ lớn',
    'braille-menu': 'Thực đơn chữ nổi',
    'picture-menu': 'Thực đơn có hình',
    'sign-language': 'Ngôn ngữ ký hiệu',
    'order-by-text': 'Nhận đặt món bằng chữ viết',
  },
  movedTitle: 'Xe này nay mang tên khác',
  moved: (name) => `Xe này nay tên là ${name}.`,
};
