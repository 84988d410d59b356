import type { Bilingual } from './bilingual.ts';
import type { Role } from './directory.ts';

/** What the roles are called, in the law and here. */
export const roleWords: Readonly<Record<Role, Bilingual>> = {
  COMMUNE_WORKER: { en: 'commune worker', vi: 'người làm công tác bảo vệ trẻ em cấp xã' },
  COMMUNE_CHAIR: { en: 'commune chair', vi: 'Chủ tịch UBND cấp xã' },
  COMMUNE_POLICE: { en: 'commune police', vi: 'Công an cấp xã' },
  COMMUNE_MASS_ORGANISATION: {
    en: 'commune mass organisation',
    vi: 'Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Phụ nữ cấp xã',
  },
  PROVINCE_SUPERVISOR: { en: 'provincial supervisor', vi: 'Sở Y tế' },
  PROVINCE_CHAIR: { en: 'provincial chair', vi: 'Chủ tịch UBND cấp tỉnh' },
  MINISTRY_SUPERVISOR: { en: 'ministry supervisor', vi: 'Bộ Y tế' },
  HOTLINE_111: { en: 'hotline 111', vi: 'Tổng đài 111' },
  ANALYST: { en: 'analyst', vi: 'người phân tích số liệu' },
  ADMINISTRATOR: { en: 'administrator', vi: 'người quản trị hệ thống' },
};
