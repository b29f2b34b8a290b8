import type { OfflineWords } from '../en/offline.ts';

/** What is said only where there is no network, or a new version of the site. */
export const offline: OfflineWords = {
  title: (city) => `Xe bán thức ăn ở ${city} khi không có mạng`,
  description: (city) => `Lịch cả tuần của xe bán thức ăn ở ${city}, từ chính máy của bạn.`,
  heading: 'Không có mạng',
  about: 'Máy của bạn lưu cả tuần và từ đó vẽ những trang chưa được lưu.',
  saved: (age) => `Trang web không trả lời. Đã lưu ${age}.`,
  update: 'Cập nhật',
  newVersion: 'Có phiên bản mới.',
  drawn:
    'Vẽ từ dữ liệu cả tuần trên máy của bạn, không có ghi chú của thành phố, giấy phép và những gì còn ngờ.',
  notKept: 'Không có trên máy của bạn',
  notKeptMore: 'Mọi giờ, ngày, xe và địa điểm đều có; phần còn lại cần mạng.',
  noWeek: 'Máy của bạn chưa có dữ liệu cả tuần.',
  gone: 'Không có trong lịch',
  goneMore: 'Dữ liệu cả tuần trên máy không có xe hay địa điểm này.',
};
