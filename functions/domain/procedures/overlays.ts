import { hours, workingDays, workingHours } from '../deadline.ts';
import type { UnitCode } from '../directory.ts';
import { type Limit, limit, type Procedure } from '../procedure.ts';
import { type PlainDate, plainDate } from '../time.ts';

/** Communes and wards of before, and the provinces that were merged, ended with the day before this one. */
const twoTiers = plainDate('2025-07-01');

/** Where nobody knows since when a text holds, it is taken to hold as long as the decree it lies over. */
const sinceTheDecree = plainDate('2017-07-01');

const ended = ['CaseClosed', 'ReportUnfounded'] as const;

type LocalText = Pick<Procedure, 'id' | 'title' | 'decidedBy' | 'territory' | 'limits'> & {
  readonly from?: string;
  readonly until?: PlainDate;
  readonly unconfirmed: string;
};

/** Writes down one local procedure: each of its limits is owed beside the decree, never instead of it. */
function overlay({ from, until, limits, ...text }: LocalText): Procedure {
  return {
    ...text,
    over: 'ND56/2017',
    validFrom: from === undefined ? sinceTheDecree : plainDate(from),
    ...(until !== undefined && { validUntil: until }),
    limits: limits.map((each) => ({ ...each, local: true })),
  };
}

/** The duty of the twelve hours as a local procedure has it: it starts, binds and ends as that of the decree. */
function protection(within: Limit['within'], law: string): Limit {
  return limit('D05', {
    title: {
      vi: 'Áp dụng biện pháp can thiệp khẩn cấp hoặc tạm thời cách ly (quy trình của địa phương)',
      en: 'Apply an emergency measure or temporary isolation (local procedure)',
    },
    leg: 'ACCOUNTABLE',
    within,
    from: ['ReportReceived', 'EmergencyRaised', 'CaseReopened'],
    reopensAt: 'INITIAL_ASSESSMENT',
    until: ['EmergencyMeasureApplied', 'IsolationOrdered'],
    voidedBy: ['EmergencyLowered', ...ended],
    conditional: true,
    by: 'COMMUNE_CHAIR',
    ladder: 'EMERGENCY',
    law,
  });
}

/**
 * Biên Giang ward (Hà Đông, Hà Nội): six steps of two hours each, in working hours.
 *
 * Facts are kept where the decree has a form, so steps between two forms are one limit here: B1 and B2 end
 * with Form 01, B3 and B4 with Form 02. B4 alone is written in plain hours; two plain hours after two
 * working ones have no instant of their own in the record, so the four are counted as working hours, which
 * is never earlier. What follows B5 was not to be read, and six steps are twelve hours.
 */
const bienGiang = overlay({
  id: 'BIEN-GIANG/PBG-QT70',
  title: 'Phường Biên Giang: PBG-QT 70',
  decidedBy: 'UBND phường Biên Giang',
  territory: ['10123'],
  until: twoTiers,
  unconfirmed: 'since when it holds; the steps after B5; whether B4 is meant in working hours',
  limits: [
    limit('D02', {
      title: {
        vi: 'Tiếp nhận và ghi Mẫu 01 (B1, B2)',
        en: 'Receive the report and record it on Form 01 (B1, B2)',
      },
      leg: 'INCIDENT',
      within: workingHours(4),
      from: ['ReportReceived'],
      until: ['ReportRecorded'],
      by: 'COMMUNE_WORKER',
      law: 'PBG-QT 70, B1, B2',
    }),
    limit('D04', {
      title: {
        vi: 'Xác minh và đánh giá ban đầu theo Mẫu 02 (B3, B4)',
        en: 'Verify, and assess on Form 02 (B3, B4)',
      },
      leg: 'INCIDENT',
      within: workingHours(4),
      from: ['ReportRecorded'],
      until: ['InitialAssessed'],
      voidedBy: ended,
      by: 'COMMUNE_WORKER',
      ladder: 'EMERGENCY',
      law: 'PBG-QT 70, B3, B4',
    }),
    limit('D05', {
      title: {
        vi: 'Lãnh đạo ký biện pháp can thiệp (B5)',
        en: 'The ward leader signs the measure (B5)',
      },
      leg: 'ACCOUNTABLE',
      within: workingHours(2),
      from: ['InitialAssessed'],
      when: 'HARM_FOUND',
      until: ['EmergencyMeasureApplied', 'IsolationOrdered'],
      voidedBy: ['EmergencyLowered', ...ended],
      by: 'COMMUNE_CHAIR',
      ladder: 'EMERGENCY',
      law: 'PBG-QT 70, B5',
    }),
  ],
});

type Version = Pick<LocalText, 'id' | 'from' | 'until'> & {
  readonly title: string;
  readonly within: number;
  readonly law: string;
  readonly unconfirmed: string;
};

/** Quang Trung ward (Hà Đông, Hà Nội): the whole procedure from the receipt on. */
function quangTrung({ title, within, law, ...version }: Version): Procedure {
  return overlay({
    ...version,
    title: `Phường Quang Trung: ${title}`,
    decidedBy: 'UBND phường Quang Trung',
    territory: ['09550'],
    limits: [protection(hours(within), law)],
  });
}

/** Revision 02 cut twelve hours to eight; two years later the same text got another number. */
const versionsOfQuangTrung = [
  quangTrung({
    id: 'QUANG-TRUNG/QT47-01',
    title: 'QT-47, trước lần sửa đổi 02',
    until: plainDate('2022-07-12'),
    within: 12,
    law: 'QT-47',
    unconfirmed: 'since when it holds, and its number and revision before revision 02',
  }),
  quangTrung({
    id: 'QUANG-TRUNG/QT47-02',
    title: 'QT-47, lần sửa đổi 02',
    from: '2022-07-12',
    until: plainDate('2024-05-15'),
    within: 8,
    law: 'QT-47, lần sửa đổi 02',
    unconfirmed: 'how the eight hours are divided among its steps',
  }),
  quangTrung({
    id: 'QUANG-TRUNG/QT45',
    title: 'QT-45',
    from: '2024-05-15',
    until: twoTiers,
    within: 8,
    law: 'QT-45',
    unconfirmed: 'whether anything but the number changed',
  }),
];

/** Bình Phước province: a working day, which at night and before a weekend is more than twelve hours. */
const binhPhuoc = overlay({
  id: 'BINH-PHUOC/1.004946',
  title: 'Tỉnh Bình Phước: TTHC 1.004946.000.00.00.H10',
  decidedBy: 'UBND tỉnh Bình Phước',
  territory: ['70'],
  until: twoTiers,
  unconfirmed: 'since when it holds',
  limits: [protection(workingDays(1), 'TTHC 1.004946.000.00.00.H10')],
});

/**
 * The communes of Thái Nguyên city as it was until 2025-06-30.
 *
 * The register of units has no districts and no cities below a province, so the city is its communes.
 */
const communesOfThaiNguyenCity: readonly UnitCode[] = [
  ...Array.from({ length: 25 }, (_, at) => String(5431 + 3 * at).padStart(5, '0')),
  ...['05653', '05659', '05695', '05701', '05710', '05713', '05914'],
];

/**
 * Thái Nguyên city: seven working days from the dossier to the decision, which the decree has as five and two.
 *
 * It excepts emergencies. Nothing is excepted here: the law gives an emergency no more time, and the limit of
 * the twelve hours runs beside this one.
 */
const thaiNguyen = overlay({
  id: 'THAI-NGUYEN/2349',
  title: 'Thành phố Thái Nguyên: DVC 2349',
  decidedBy: 'UBND thành phố Thái Nguyên',
  territory: communesOfThaiNguyenCity,
  until: twoTiers,
  unconfirmed: 'since when it holds; what completes the dossier (taken as Form 03, as for D07)',
  limits: [
    limit('D08', {
      title: {
        vi: 'Lập và phê duyệt kế hoạch, tổng cộng',
        en: 'Draw up and approve the plan, in total',
      },
      leg: 'RESIDENCE',
      within: workingDays(7),
      from: ['NeedsAssessed', 'PlanReviewed'],
      when: 'GOES_ON',
      until: ['PlanApproved'],
      voidedBy: ended,
      voidWhen: 'ENDS',
      beside: ['D07', 'D08'],
      by: 'COMMUNE_CHAIR',
      law: 'DVC 2349',
    }),
  ],
});

/**
 * Lai Châu province: one limit over three steps, initial assessment, specific assessment and plan.
 *
 * Its own numbering has four steps, of which this is the second; so it starts when the first, receiving, is done.
 */
const laiChau = overlay({
  id: 'LAI-CHAU/25516',
  title: 'Tỉnh Lai Châu: DVC 25516, 28538',
  decidedBy: 'UBND tỉnh Lai Châu',
  territory: ['12'],
  unconfirmed: 'since when it holds; what starts it (not stated; taken as Form 01)',
  limits: [
    limit('D07', {
      title: {
        vi: 'Đánh giá ban đầu, thu thập thông tin và dự thảo kế hoạch',
        en: 'Initial assessment, collecting information and drafting the plan',
      },
      leg: 'RESIDENCE',
      within: workingDays(5),
      from: ['ReportRecorded'],
      until: ['PlanSubmitted'],
      voidedBy: ended,
      voidWhen: 'ENDS',
      beside: ['D04', 'D06', 'D07'],
      by: 'COMMUNE_WORKER',
      law: 'DVC 25516, 28538, bước 2',
    }),
  ],
});

/** The local procedures that were found, each in every version of it; those of units that are gone are history. */
export const overlays: readonly Procedure[] = [
  bienGiang,
  ...versionsOfQuangTrung,
  binhPhuoc,
  thaiNguyen,
  laiChau,
];
