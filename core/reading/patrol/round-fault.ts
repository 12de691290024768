/** What a round that looks after rescue poles and life rings finds wrong with one: 绳子断了, 竿子裂了, 那根没了. */
import { oneOf } from '../one-of.ts';
import { plainText } from '../plain-text.ts';

const pole =
  '救生|(?<![电旗灯路栏标])[竿杆](?!号)|绳|浮[圈球]|(?<![一二两三四五六七八九十\\d转绕兜][大小]?)圈(?!子里)|\\b(?:pole|ring|rope|buoy|line)s?\\b';
const part =
  '[那这](?:一)?[根支条个只]|(?:提示|警示|告示|说明|编号|指示)?牌(?!照)|架子?|支架|挂?钩|箱|盒|柱|座|扣|二维码|字|漆|反光条|\\b(?:sign|hook|bracket|box|holder|it|one)\\b';
const wrong = oneOf(
  '断|裂|坏(?!人)|没了|没(?:有)?(?:看到|见|找到)|不见|不在|丢|掉(?:了|下|漆|色|在)?|歪|倒|折|烂|松|锈|破|缺|少(?:了|一)|弯|朽|腐|老化|褪色|看不清|模糊|打不开|取不[下出]|拿不[下出]|卡[住死]|脱落|散|烧|冲走|漂走|被(?:人)?(?:偷|拿|砍|剪|割|拔)',
  '\\b(?:broken?|snapped|cracked|gone|missing|frayed|rust(?:y|ed)|rotten|bent|loose|washed away|stolen|faded|torn|fell|fallen)\\b',
);
const unless = oneOf(
  '没(?:有)?(?:断|裂|坏|丢|掉|倒|歪|锈|松|破|少)|不(?:松|缺|少|歪|锈)|(?:换|修|补|装|挂|放|找|绑|接)(?:好|上|回|过|到)|[换修补]了|完好|昨|前天|上次|上回|上个?月|以前|哈|演练|[吗么嘛][?？。\\s]*$|[?？]\\s*$',
  '(?:fixed|replaced|back|new one|nothing|no damage|fine)',
);
const things = new RegExp(`${pole}|${part}`, 'i');
const poles = new RegExp(pole, 'i');
const longest = 60;

/** Whether words tell of a fault of what hangs at a point, and whether they name a pole or what belongs to one; null: of none. */
export function roundFault(text: string): { ofPole: boolean } | null {
  const { plain } = plainText(text);
  if (plain.length > longest || !things.test(plain) || !wrong.test(plain) || unless.test(plain)) return null;
  return { ofPole: poles.test(plain) };
}
