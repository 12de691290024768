import type { DisputeKind } from '../../core/catalogue.ts';
import type { MatterWayTexts } from './matter-course-texts.ts';

const court = '法院：可以起诉，一般要在三年内（钱款、赔偿从知道权利受损那天算）。';
const legalAid = '12348：免费问律师；手头紧的，可以申请法律援助（国家出钱请律师）。';
const workersAid = '12348：免费问律师；进城务工讨工资、讨工伤赔偿，申请法律援助（国家出钱请律师）不查收入。';
const victimsAid = '12348：免费问律师；遭了家暴，申请法律援助（国家出钱请律师）不看收入。';
const government = '12345：政务热线，找对应的部门处理。';
const labour = [
  '12333：欠薪、不签合同，打电话投诉，两年内的劳动监察会去查。',
  '劳动仲裁：不收费，一般要在一年内申请（离职后欠薪，从离职那天算）；不服裁决，15天内可以去法院。',
];
const paymentOrder = '支付令：欠钱事实清楚的，可以请法院直接催对方付，比打官司快、便宜。';

const ways: Readonly<Record<DisputeKind, readonly string[]>> = {
  wages: labour,
  work_injury: ['工伤认定：单位要在30天内申请；单位不办，本人或家属自己去人社局申请，从受伤那天起一年内。', ...labour],
  dismissal: labour,
  business_debt: [paymentOrder, '合同里写了仲裁的，去写明的仲裁委员会。', court],
  loan: [paymentOrder, court],
  contract: ['合同里写了仲裁的，去写明的仲裁委员会。', court],
  family: ['12338：妇女维权热线。', '民政局：两人都同意的，可以办离婚登记。', '法院：离婚、抚养、财产都可以起诉。'],
  domestic_violence: [
    '110：再动手就报警，可以请民警出告诫书。',
    '人身安全保护令：向法院申请，不让对方靠近、打扰你，最快24小时就有结果，不收费。',
    '12338：妇女维权热线，也能帮忙找临时住处。',
  ],
  inheritance_support: [
    '公证处：没有争的部分，可以办继承公证。',
    '法院：赡养、继承都可以起诉；生活困难的，可以请法院先让对方付一部分。',
  ],
  neighbour: ['村委会、居委会：先请他们到现场看看。', '动手、骂架闹大了：打110。', court],
  tenancy: ['住建部门（12345 转）：中介、押金、群租问题。', court],
  land: [
    '乡镇政府、县政府：地是谁的有争议，先由政府处理；不服，照决定书上写的办：有的要先申请行政复议（60天内），别的30天内可以去法院。',
    '承包地：可以找农村土地承包仲裁委员会，两年内申请，不收费。',
  ],
  traffic: ['交警队：认定责任，也能调解。', '保险公司：交强险先赔。', court],
  consumer: ['12315：市场监管投诉，电话、小程序都行。', '消费者协会：也能帮忙调解。', court],
  personal_injury: ['派出所（110）：被打伤的，可以报警、做伤情鉴定。', court],
  property_management: ['业委会、街道：先反映，要物业答复。', '住建部门（12345 转）：管物业公司的。', court],
  building_works: ['12333：拖欠农民工工资，打电话投诉。', '合同里写了仲裁的，去写明的仲裁委员会。', court],
  medical: [
    '医疗纠纷人民调解委员会：专门调医疗的，不收费。',
    '卫健部门（12345 转）：可以投诉，也可以申请行政调解。',
    court,
  ],
  nuisance: [
    '吵闹：先请村委会、居委会、物业去劝；劝不住，打110。',
    '工地、工厂的噪声、气味、污水：打12345 转环保。',
    court,
  ],
  village_affairs: [
    '乡镇政府：村里的决定不合法，可以请他们责令改正；侵害了你的权益，可以请法院撤销。',
    '行政复议：对政府征收、补偿的决定不服，一般60天内申请，不收费；也可以在六个月内去法院起诉。',
  ],
  other: [court],
};

const labourKinds: ReadonlySet<DisputeKind> = new Set<DisputeKind>(['wages', 'work_injury', 'dismissal']);

/** Other ways than mediation, in Chinese. */
export const matterWaysZh: MatterWayTexts = {
  ways: (about) => [
    ...ways[about ?? 'other'],
    ...(about !== null && labourKinds.has(about) ? [] : [government]),
    about === 'domestic_violence' ? victimsAid : about !== null && labourKinds.has(about) ? workersAid : legalAid,
  ],
};
