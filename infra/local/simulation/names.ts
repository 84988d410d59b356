import type { Chance } from './chance.ts';

const families = {
  Nguyễn: 38,
  Trần: 11,
  Lê: 9.5,
  Phạm: 7,
  Hoàng: 5,
  Phan: 4.5,
  Vũ: 4,
  Đặng: 2,
  Bùi: 2,
  Đỗ: 1.5,
  Hồ: 1.3,
  Ngô: 1.3,
  Dương: 1,
  Lý: 0.5,
  Nông: 0.5,
  Giàng: 0.4,
  Y: 0.2,
} as const;

const middles = {
  FEMALE: ['Thị', 'Thị', 'Ngọc', 'Thanh', 'Minh', 'Khánh', 'Bảo', 'Thùy', 'Hoài', 'Diệu'],
  MALE: ['Văn', 'Văn', 'Đức', 'Minh', 'Quang', 'Gia', 'Hữu', 'Thành', 'Xuân', 'Nhật'],
} as const;

const givens = {
  FEMALE: ['An', 'Chi', 'Dung', 'Hạnh', 'Hương', 'Lan', 'Linh', 'Mai', 'My', 'Ngân', 'Nhi'].concat([
    'Phương',
    'Quỳnh',
    'Thảo',
    'Thư',
    'Trang',
    'Trâm',
    'Vy',
    'Yến',
    'Ánh',
  ]),
  MALE: ['Anh', 'Bình', 'Dũng', 'Duy', 'Đạt', 'Hải', 'Hiếu', 'Huy', 'Khang', 'Khôi', 'Lâm'].concat([
    'Long',
    'Nam',
    'Nghĩa',
    'Phúc',
    'Quân',
    'Sơn',
    'Thắng',
    'Tuấn',
    'Vinh',
  ]),
} as const;

/** What stands behind every made-up name, so that no record can be taken for a real child's. */
export const madeUp = '(giả định)';

/** A made-up full name, marked as such. */
export function fullName(sex: 'MALE' | 'FEMALE' | 'UNKNOWN', chance: Chance): string {
  const kind = sex === 'UNKNOWN' ? chance.pick(['MALE', 'FEMALE'] as const) : sex;
  const parts = [chance.weighted(families), chance.pick(middles[kind]), chance.pick(givens[kind])];
  return `${parts.join(' ')} ${madeUp}`;
}
