import type { DisputeKind } from '../../core/catalogue.ts';
import type { MatterWayTexts } from './matter-course-texts.ts';

const court = 'Court: you can sue, usually within three years (for money and damages, from when you knew of it).';
const legalAid = '12348: free advice from lawyers; if money is short, legal aid (the state pays for a lawyer).';
const workersAid =
  '12348: free advice from lawyers; migrant workers get legal aid (the state pays for a lawyer) for wages and work injuries, whatever they earn.';
const victimsAid =
  '12348: free advice from lawyers; after violence at home legal aid (the state pays for a lawyer) does not ask what you earn.';
const government = '12345: the government’s line finds the office in charge.';
const labour = [
  '12333: unpaid wages or no contract? The labour inspection looks into it, within two years.',
  'Labour arbitration: free; usually within a year (for wages after leaving, a year from that day). If you disagree with the award, 15 days for the court.',
];
const paymentOrder =
  'Payment order: where the debt is plain, the court tells them to pay; faster and cheaper than a lawsuit.';
const arbitration = 'If the contract names an arbitration commission, go there.';

const ways: Readonly<Record<DisputeKind, readonly string[]>> = {
  wages: labour,
  work_injury: [
    'Recognition as a work injury: the firm has to apply within 30 days; if it does not, you or your family can, at the labour office, within a year from the injury.',
    ...labour,
  ],
  dismissal: labour,
  business_debt: [paymentOrder, arbitration, court],
  loan: [paymentOrder, court],
  contract: [arbitration, court],
  family: [
    '12338: the women’s helpline.',
    'Civil affairs office: where both agree, a divorce can be registered.',
    'Court: divorce, children and property.',
  ],
  domestic_violence: [
    '110: call the police if it happens again; they can give a written warning.',
    'Protection order: ask the court to keep them away from you; at the fastest within 24 hours, free.',
    '12338: the women’s helpline; they can also help with a place to stay.',
  ],
  inheritance_support: [
    'Notary: what nobody disputes can be notarised.',
    'Court: support and inheritance; in need the court can order a part to be paid first.',
  ],
  neighbour: ['Village or residents’ committee: ask them to come and look.', 'Violence or an uproar: 110.', court],
  tenancy: ['Housing office (through 12345): agents, deposits, crowded lets.', court],
  land: [
    'Township or county government: it first decides whose the land is; if you disagree, do as the decision says: some need an administrative review first (60 days), for others it is 30 days for the court.',
    'Contracted farmland: the land contract arbitration commission, within two years, free.',
  ],
  traffic: [
    'Traffic police: they find who is liable, and can mediate.',
    'Insurer: the compulsory insurance pays first.',
    court,
  ],
  consumer: [
    '12315: complain to the market regulator, by phone or online.',
    'Consumers’ association: mediates as well.',
    court,
  ],
  personal_injury: ['Police (110): if somebody hit you, report it and have the injury assessed.', court],
  property_management: [
    'Owners’ committee, sub-district office: ask for a written answer first.',
    'Housing office (through 12345): supervises property managers.',
    court,
  ],
  building_works: ['12333: unpaid wages of workers.', arbitration, court],
  medical: [
    'Mediation committee for medical disputes: for just this, free.',
    'Health office (through 12345): complaints; it can mediate as well.',
    court,
  ],
  nuisance: [
    'Noise from people: first the village or residents’ committee or the property manager; if that does not help, 110.',
    'Noise, smell or waste water from works: 12345, environment.',
    court,
  ],
  village_affairs: [
    'Township government: it can order the village to put an unlawful decision right; one that harms your rights the court can set aside.',
    'Administrative review: against a decision of a government on land or compensation, usually within 60 days, free; or the court within six months.',
  ],
  other: [court],
};

const labourKinds: ReadonlySet<DisputeKind> = new Set<DisputeKind>(['wages', 'work_injury', 'dismissal']);

/** Other ways than mediation, in English. */
export const matterWaysEn: MatterWayTexts = {
  ways: (about) => [
    ...ways[about ?? 'other'],
    ...(about !== null && labourKinds.has(about) ? [] : [government]),
    about === 'domestic_violence' ? victimsAid : about !== null && labourKinds.has(about) ? workersAid : legalAid,
  ],
};
