/**
 * The lists the whole domain speaks in: every code with its Chinese and English name.
 * The codes are stored and exchanged, so they never change; the names are for people.
 */

/** One entry of a list: a stable code and what people call it. */
export interface Named<Code extends string = string> {
  readonly code: Code;
  readonly zh: string;
  readonly en: string;
}

/** What can be wrong at a place; `other` when nothing fits. */
export const hazardKinds = [
  { code: 'fire_exit', zh: '疏散通道堵塞', en: 'blocked fire exit' },
  { code: 'fire_equipment', zh: '消防设施', en: 'fire equipment' },
  { code: 'ev_charging', zh: '电动车违规充电', en: 'e-bike charging' },
  { code: 'electrical', zh: '电气线路', en: 'electrical' },
  { code: 'three_in_one', zh: '三合一场所', en: 'living, working and storing in one room' },
  { code: 'rental', zh: '出租房', en: 'rented rooms' },
  { code: 'multi_tenant', zh: '一厂多租', en: 'several tenants in one factory' },
  { code: 'hazardous_chemicals', zh: '危险化学品', en: 'hazardous chemicals' },
  { code: 'combustible_dust', zh: '可燃爆粉尘', en: 'combustible dust' },
  { code: 'ammonia', zh: '涉氨', en: 'ammonia' },
  { code: 'spraying', zh: '喷涂作业', en: 'spray painting' },
  { code: 'confined_space', zh: '有限空间', en: 'confined space' },
  { code: 'lithium', zh: '锂电池', en: 'lithium batteries' },
  { code: 'molten_metal', zh: '高温熔融金属', en: 'molten metal' },
  { code: 'hot_work', zh: '动火作业', en: 'hot work' },
  { code: 'work_at_height', zh: '高处作业', en: 'work at height' },
  { code: 'special_equipment', zh: '特种设备', en: 'special equipment (lifts, boilers, forklifts)' },
  { code: 'gas', zh: '燃气', en: 'gas' },
  { code: 'construction', zh: '工地与违建', en: 'building site, illegal structure' },
  { code: 'old_house', zh: '老旧房屋', en: 'unsafe old house' },
  { code: 'road', zh: '道路井盖', en: 'road, manhole' },
  { code: 'street_light', zh: '路灯', en: 'street light' },
  { code: 'vehicle', zh: '车辆超载违停', en: 'overloaded or obstructing vehicle' },
  { code: 'waterlogging', zh: '积涝与地下配电房', en: 'flooding, basement power room' },
  { code: 'geological', zh: '地质灾害', en: 'landslide, rockfall' },
  { code: 'waterside', zh: '临水', en: 'waterside' },
  { code: 'food_drug', zh: '食品药品', en: 'food and drugs' },
  { code: 'boiler_environment', zh: '锅炉与环保', en: 'boiler, smoke, environment' },
  { code: 'public_order', zh: '治安', en: 'public order' },
  { code: 'no_certificate', zh: '无证上岗', en: 'working without certificate' },
  { code: 'protective_equipment', zh: '劳动防护', en: 'protective equipment' },
  { code: 'other', zh: '其他', en: 'other' },
] as const satisfies readonly Named[];

/** A code of {@link hazardKinds}. */
export type HazardKind = (typeof hazardKinds)[number]['code'];

/** What people quarrel about; `other` when nothing fits. */
export const disputeKinds = [
  { code: 'wages', zh: '劳资工资', en: 'wages' },
  { code: 'work_injury', zh: '工伤', en: 'work injury' },
  { code: 'dismissal', zh: '解雇补偿', en: 'dismissal' },
  { code: 'business_debt', zh: '企业货款', en: 'money between firms' },
  { code: 'loan', zh: '民间借贷', en: 'private loan' },
  { code: 'contract', zh: '合同', en: 'contract' },
  { code: 'family', zh: '婚姻家庭', en: 'marriage and family' },
  { code: 'domestic_violence', zh: '家庭暴力', en: 'violence at home' },
  { code: 'inheritance_support', zh: '继承赡养', en: 'inheritance, support of parents' },
  { code: 'neighbour', zh: '邻里', en: 'neighbours' },
  { code: 'tenancy', zh: '房屋租赁', en: 'tenancy' },
  { code: 'land', zh: '土地宅基地', en: 'land and homestead' },
  { code: 'traffic', zh: '交通事故', en: 'traffic accident' },
  { code: 'consumer', zh: '消费', en: 'consumer' },
  { code: 'personal_injury', zh: '人身损害', en: 'personal injury' },
  { code: 'property_management', zh: '物业', en: 'property management' },
  { code: 'building_works', zh: '工程', en: 'building works' },
  { code: 'medical', zh: '医疗', en: 'medical' },
  { code: 'nuisance', zh: '噪声污染', en: 'noise, pollution' },
  { code: 'village_affairs', zh: '村务征迁', en: 'village affairs, relocation' },
  { code: 'other', zh: '其他', en: 'other' },
] as const satisfies readonly Named[];

/** A code of {@link disputeKinds}. */
export type DisputeKind = (typeof disputeKinds)[number]['code'];

/** The classes of the emergency plans. */
export const incidentClasses = [
  { code: 'natural', zh: '自然灾害', en: 'natural disaster' },
  { code: 'accident', zh: '事故灾难', en: 'accident' },
  { code: 'health', zh: '公共卫生', en: 'public health' },
  { code: 'social', zh: '社会安全', en: 'public security' },
  { code: 'assistance', zh: '群众救助', en: 'people in need' },
] as const satisfies readonly Named[];

/** A code of {@link incidentClasses}. */
export type IncidentClass = (typeof incidentClasses)[number]['code'];

/** What needs people now; `class` is the class of its plan. */
export const incidentKinds = [
  { code: 'flood', class: 'natural', zh: '洪涝', en: 'flood' },
  { code: 'typhoon', class: 'natural', zh: '台风', en: 'typhoon' },
  { code: 'landslide', class: 'natural', zh: '山体滑坡', en: 'landslide' },
  { code: 'forest_fire', class: 'natural', zh: '森林火灾', en: 'forest fire' },
  { code: 'fire', class: 'accident', zh: '火灾', en: 'fire' },
  { code: 'explosion', class: 'accident', zh: '爆炸', en: 'explosion' },
  { code: 'leak', class: 'accident', zh: '泄漏', en: 'gas or chemical leak' },
  { code: 'electric_shock', class: 'accident', zh: '触电', en: 'electric shock' },
  { code: 'collapse', class: 'accident', zh: '坍塌', en: 'collapse' },
  { code: 'confined_space', class: 'accident', zh: '有限空间事故', en: 'confined space accident' },
  { code: 'traffic', class: 'accident', zh: '交通事故', en: 'traffic accident' },
  { code: 'lift', class: 'accident', zh: '电梯困人', en: 'people in a lift' },
  { code: 'drowning', class: 'assistance', zh: '溺水', en: 'drowning' },
  { code: 'missing_person', class: 'assistance', zh: '人员走失', en: 'missing person' },
  { code: 'person_down', class: 'assistance', zh: '人员倒地', en: 'person down' },
  { code: 'trapped', class: 'assistance', zh: '人员被困', en: 'person trapped' },
  { code: 'outbreak', class: 'health', zh: '疫情', en: 'outbreak' },
  { code: 'poisoning', class: 'health', zh: '中毒', en: 'poisoning' },
  { code: 'crowd', class: 'social', zh: '人群聚集', en: 'crowd' },
  { code: 'violence', class: 'social', zh: '暴力伤害', en: 'violence' },
  { code: 'self_harm', class: 'social', zh: '轻生', en: 'threat to own life' },
] as const satisfies readonly (Named & { readonly class: IncidentClass })[];

/** A code of {@link incidentKinds}. */
export type IncidentKind = (typeof incidentKinds)[number]['code'];

/** What they are in danger of who tell of it in private. */
export const crisisKinds = ['self_harm', 'domestic_violence', 'violence', 'crowd'] as const satisfies readonly (
  IncidentKind | DisputeKind
)[];

/** A code of {@link crisisKinds}. */
export type CrisisKind = (typeof crisisKinds)[number];

/** The four levels of response from the gravest, and `unclassified` until a person has decided. */
export const incidentLevels = [
  { code: 'I', zh: '特别重大', en: 'extraordinary', colour: 'red' },
  { code: 'II', zh: '重大', en: 'major', colour: 'orange' },
  { code: 'III', zh: '较大', en: 'large', colour: 'yellow' },
  { code: 'IV', zh: '一般', en: 'ordinary', colour: 'blue' },
  { code: 'unclassified', zh: '未定级', en: 'not yet classified', colour: 'grey' },
] as const satisfies readonly (Named & { readonly colour: string })[];

/** A code of {@link incidentLevels}. */
export type IncidentLevel = (typeof incidentLevels)[number]['code'];

/** What a rescuer is trained for; seats ask for these. */
export const skills = [
  { code: 'surface_water', zh: '水面救援', en: 'surface water rescue' },
  { code: 'swift_water', zh: '激流救援', en: 'swift water rescue' },
  { code: 'diving', zh: '潜水', en: 'diving' },
  { code: 'boat', zh: '操舟', en: 'boat handling' },
  { code: 'rope', zh: '山地绳索', en: 'mountain and rope' },
  { code: 'collapse', zh: '建筑物坍塌', en: 'collapsed structures' },
  { code: 'first_aid', zh: '急救', en: 'first aid' },
  { code: 'aed', zh: 'AED', en: 'defibrillator' },
  { code: 'clinician', zh: '医护', en: 'clinician' },
  { code: 'fire_operator', zh: '消防设施操作', en: 'fire equipment operator' },
  { code: 'breathing_apparatus', zh: '空气呼吸器', en: 'breathing apparatus' },
  { code: 'hazmat', zh: '危化处置', en: 'hazardous materials' },
  { code: 'confined_space', zh: '有限空间', en: 'confined space' },
  { code: 'electrician', zh: '电工', en: 'electrician' },
  { code: 'welder', zh: '焊工', en: 'welder' },
  { code: 'height', zh: '高处作业', en: 'work at height' },
  { code: 'forklift', zh: '叉车', en: 'forklift' },
  { code: 'drone', zh: '无人机', en: 'drone pilot' },
  { code: 'radio', zh: '无线电', en: 'radio' },
  { code: 'search_dog', zh: '搜救犬', en: 'search dog' },
  { code: 'psychology', zh: '心理疏导', en: 'psychological support' },
  { code: 'law', zh: '法律', en: 'law' },
  { code: 'language', zh: '方言外语', en: 'dialect or foreign language' },
  { code: 'driver', zh: '驾驶', en: 'driver' },
] as const satisfies readonly Named[];

/** A code of {@link skills}. */
export type Skill = (typeof skills)[number]['code'];

/** Gear that teams bring or ask for. */
export const equipment = [
  { code: 'extinguisher', zh: '灭火器', en: 'extinguisher' },
  { code: 'hose', zh: '水带', en: 'hose' },
  { code: 'fire_pump', zh: '消防泵', en: 'fire pump' },
  { code: 'breathing_apparatus', zh: '空气呼吸器', en: 'breathing apparatus' },
  { code: 'gas_detector', zh: '气体检测仪', en: 'gas detector' },
  { code: 'breaking_tools', zh: '破拆工具', en: 'breaking tools' },
  { code: 'tripod', zh: '救援三脚架', en: 'rescue tripod' },
  { code: 'rope', zh: '绳索', en: 'rope' },
  { code: 'stretcher', zh: '担架', en: 'stretcher' },
  { code: 'aed', zh: 'AED', en: 'defibrillator' },
  { code: 'first_aid_kit', zh: '急救箱', en: 'first-aid kit' },
  { code: 'boat', zh: '冲锋舟皮划艇', en: 'boat, kayak' },
  { code: 'life_jacket', zh: '救生衣', en: 'life jacket' },
  { code: 'life_ring', zh: '救生圈', en: 'life ring' },
  { code: 'rescue_pole', zh: '救生竿', en: 'rescue pole' },
  { code: 'throw_line', zh: '抛绳', en: 'throw line' },
  { code: 'sonar', zh: '声呐', en: 'sonar' },
  { code: 'drain_pump', zh: '排水泵', en: 'drain pump' },
  { code: 'sandbag', zh: '沙袋', en: 'sandbags' },
  { code: 'generator', zh: '发电机', en: 'generator' },
  { code: 'lighting', zh: '照明', en: 'lighting' },
  { code: 'drone', zh: '无人机', en: 'drone' },
  { code: 'radio', zh: '对讲机', en: 'radio' },
  { code: 'patrol_light', zh: '警灯', en: 'patrol light' },
  { code: 'electric_cart', zh: '电瓶巡逻车', en: 'electric patrol cart' },
  { code: 'vest', zh: '反光背心', en: 'reflective vest' },
  { code: 'loudhailer', zh: '喊话器', en: 'loudhailer' },
] as const satisfies readonly Named[];

/** A code of {@link equipment}. */
export type Equipment = (typeof equipment)[number]['code'];

/** What a place on the map can be. */
export const placeKinds = [
  { code: 'enterprise', zh: '企业', en: 'enterprise' },
  { code: 'enterprise_gate', zh: '企业门口', en: 'enterprise gate' },
  { code: 'village', zh: '村', en: 'village' },
  { code: 'village_entrance', zh: '村口', en: 'village entrance' },
  { code: 'junction', zh: '路口', en: 'road junction' },
  { code: 'rental_block', zh: '出租房片区', en: 'rental housing' },
  { code: 'charger', zh: '充电桩', en: 'e-bike charger' },
  { code: 'micro_fire_station', zh: '微型消防站', en: 'micro fire station' },
  { code: 'mediation_room', zh: '调解室', en: 'mediation room' },
  { code: 'service_centre', zh: '应急服务中心', en: 'emergency service centre' },
  { code: 'police_post', zh: '警务室', en: 'police post' },
  { code: 'school', zh: '学校', en: 'school' },
  { code: 'market', zh: '市场', en: 'market' },
  { code: 'parking', zh: '停车场', en: 'parking' },
  { code: 'building_site', zh: '工地', en: 'building site' },
  { code: 'waterside', zh: '水岸', en: 'waterside' },
  { code: 'power_room', zh: '地下配电房', en: 'basement power room' },
  { code: 'flood_point', zh: '易淹点', en: 'flood-prone spot' },
  { code: 'guard_code', zh: '守护码', en: 'guard code at a risk spot' },
  { code: 'rescue_pole', zh: '救生竿', en: 'rescue pole' },
  { code: 'shelter', zh: '避灾点', en: 'shelter' },
  { code: 'camera', zh: '监控', en: 'camera' },
  { code: 'smart_lock', zh: '智能门禁', en: 'smart lock' },
  { code: 'door_plate', zh: '门牌码', en: 'door plate code' },
] as const satisfies readonly Named[];

/** A code of {@link placeKinds}. */
export type PlaceKind = (typeof placeKinds)[number]['code'];

/** An enterprise’s risk colour from the gravest; derived from rules, and not a hazard grade. */
export const riskColours = [
  { code: 'red', zh: '红', en: 'red' },
  { code: 'orange', zh: '橙', en: 'orange' },
  { code: 'yellow', zh: '黄', en: 'yellow' },
  { code: 'blue', zh: '蓝', en: 'blue' },
] as const satisfies readonly Named[];

/** A code of {@link riskColours}. */
export type RiskColour = (typeof riskColours)[number]['code'];
