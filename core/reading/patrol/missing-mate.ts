/**
 * One of a crew whom the others do not find: 老王不见了, 联系不上东02. Nothing is joked about less by those who mean it, and nothing
 * more by those who do not, so the words alone do not raise an alarm: whoever is meant is asked first.
 */
import { oneOf } from '../one-of.ts';
import { callName, surnames } from './absent-name.ts';

/** What is said of somebody who was there a moment ago. */
const gone =
  '(?:不见(?:人影?|踪影)?了?|没(?:人)?影(?:儿|子)?了?|找不(?:到|着)(?:人)?了?|失联了?|失踪了?|走(?:丢|散)了?)';
/** May be said of somebody who has not come yet, too. */
const silent =
  '(?:联系不(?:上|到)了?|(?:电话|手机|对讲机?)?(?:一直|老是|也|都|还是)*(?:打不通|没人接|不接(?:电话)?|没接|不回|无人接听|关机)了?|(?:电话|手机)(?:一直|老是|也|都|还是)*不通|(?:到现在|一直|半天)(?:还|都|也)*没(?:有)?回来|(?:半天|好久|很久|一直|老半天)(?:都|也)?没(?:有)?(?:看|见)(?:到|见)?(?:人)?了?)';
const besides = '(?:人|他|她|好像|突然|忽然|刚|刚才|怎么|已经|也|都|又|还是|还|一直|半天|可能|是不是|就|现在)*';
const before = '(?:找不(?:到|着)|(?:半天|好久|很久|一直)都?没(?:有)?(?:看|见)(?:到|见))';
const beforeSilent = '(?:联系不(?:上|到)|[打叫喊呼]不(?:通|应|到))(?:了)?';
/** 打不通东02的电话. */
const ofPhone = '(?:的?(?:电话|手机|对讲机?))?人?了?(?:$|[,。!])';
/** 给东02打了几个电话没人接. */
const ringing =
  '(?:的)?(?:打)?(?:了|过)?(?:[几两三\\d好多]*[个次遍通])?(?:的)?(?:电话|手机),?(?:一直|老是|也|都|还是)*(?:没人接|不接|没接|打?不通|无人接听|关机)';
/** 呼东02没反应. */
const calling =
  '(?:了|过)?(?:[几两三好多]+[次遍声]|半天)?,?(?:一直|老是|也|都|还是)*(?:没(?:有)?(?:反应|回应|回音|应答|人应|动静|回话)|不(?:应|回话|答应))';
/** Where somebody is who should be here: 东02人呢. Not 到哪了, which asks how far they have come. */
const whereabouts =
  '(?:人|他人|她人)(?:呢|在哪(?:里|儿)?(?:呢|啊)?|(?:跑|去|到)?哪(?:里|儿)?去了)|(?:人)?(?:跑|死|又跑)哪(?:里|儿)?(?:去)?了(?:呢|啊)?';
const found =
  '(?:找(?:到|着)了?|回来了|联系(?:上|到)了?|在(?:这|我)(?:里|儿|边|这)?(?:了|呢)?|出来了|平安|没事(?:了)?)';
const unless =
  /哈|嘻|呵呵|😂|🤣|😄|笑|玩笑|昨|前[天晚]|上[次回周]|以前|演练|先走了|回家了|下班了|请假|[吗么嘛没][\s。!！~]*$|lol/iu;
/** Who asks whether somebody is there knows nothing of it; who asks where they are misses them. */
const asks = /[?？]\s*$/u;
const start = '(?:^|[,。!:]|[我俺咱]们?|队友|队员)';
const maybe =
  /不见|影|找不|失联|失踪|走[丢散]|联系|[打叫喊呼]不|[没不]接|没人接|不通|关机|不回|不应|没(?:有)?(?:回|看|见|反应|应答|人应|动静)|missing|find|reach|lost|gone|answer|pick/iu;
const wanted = /人呢|哪|where/iu;
const namedSo = new RegExp(`^(?:[老小阿][${surnames}]|[一-龥]\\d{2,3})$`, 'u');

/** Somebody who is said to be missing. */
export interface MissingSaid {
  /** As they are named. */
  name: string;
  /** They were there before; false: they may not have come yet. */
  wasThere: boolean;
  /** Only asked for: whoever was heard a moment ago is not missing. */
  asked?: true;
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

function anyName(crew: readonly string[]): string {
  return oneOf(...crew.map(escaped).toSorted((a, b) => b.length - a.length), callName).source;
}

const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[,，、\s]+/gu, ',');

/** The ways of saying so around a name; true: they were there before. */
const ways: readonly (readonly [way: (name: string) => string, wasThere: boolean])[] = [
  [(name) => `${start}${name},?${besides},?${gone}`, true],
  [(name) => `(?:跟|和|与)${name}走(?:散|丢)`, true],
  [(name) => `${start}${besides}${before}${name}人?了?(?:$|[,。!])`, true],
  [(name) => `(?:can'?t|cannot),find,${name}\\b|^${name},is,(?:missing|gone)\\b|^(?:i|we),lost,${name}\\b`, true],
  [(name) => `${start}${name},?${besides},?${silent}`, false],
  [(name) => `${start}${besides}${beforeSilent}${name}${ofPhone}`, false],
  [(name) => `(?:给|打)${name}${ringing}`, false],
  [(name) => `(?:呼叫?|喊|叫)${name}${calling}`, false],
  [(name) => `(?:can'?t|cannot),reach,${name}\\b|^no,answer,from,${name}\\b`, false],
  [(name) => `^${name},(?:is,not|isn.?t|does,not|doesn.?t|is,still,not),(?:answer|pick|respond)`, false],
];
const wherever = (name: string): string =>
  `^(?:@|[诶哎喂咦],?)?${name},?(?:现在|这会儿?|到底|又)?(?:${whereabouts})[?!。~…]*$|^where(?:.?s|,is|,has),${name}(?:,gone)?[?!.]*$`;

/** Whether it is worth looking up who is in the crew: somebody may be said to be missing. */
export function mayMiss(text: string): boolean {
  if (text.length > longest || unless.test(text)) return false;
  return wanted.test(text) || (maybe.test(text) && !asks.test(text));
}

/**
 * Who is said to be missing; null: nobody is.
 * @param crew names and call signs of those who can be meant; others only where it plainly is a name
 */
export function missingMate(text: string, crew: readonly string[]): MissingSaid | null {
  if (!mayMiss(text)) return null;
  const plain = plainly(text);
  const name = `(${anyName(crew)})`;
  const where = new RegExp(wherever(name), 'iu').exec(plain)?.slice(1).find(Boolean);
  if (where !== undefined) return { name: where, wasThere: false, asked: true };
  if (asks.test(text)) return null;
  for (const [way, wasThere] of ways) {
    const said = new RegExp(way(name), 'iu').exec(plain)?.slice(1).find(Boolean);
    if (said !== undefined) return { name: said, wasThere };
  }
  return null;
}

/** Whether this is plainly what people are called: 老赵, 西07. */
export function isPlainName(name: string): boolean {
  return namedSo.test(name);
}

/** Who is said to be there again, by name; '' somebody who is not named; null: nobody is. */
export function foundMate(text: string, crew: readonly string[]): string | null {
  if (text.length > longest || !maybeFound.test(text) || /[吗么嘛没不?？]/u.test(text)) return null;
  const plain = plainly(text);
  const name = `(${anyName(crew)})`;
  const chinese = `${name},?${besides}${found}|(?:找|联系)(?:到|着|上)了?${name}(?!的)`;
  const english = `\\bfound,${name}\\b|${name},is,(?:back|fine|here|ok)\\b`;
  const named = new RegExp(`${chinese}|${english}`, 'iu').exec(plain);
  if (named !== null) return named.slice(1).find(Boolean) ?? '';
  return bareFound.test(plain) ? '' : null;
}

const maybeFound = /[找联回出]|在[这我]|没事|平安|found|back|here|fine|ok/iu;
const bareFound =
  /^(?:人|他们?|她)?都?(?:找(?:到|着)|回来|联系上)(?:人|他|她)?了[。!！~]*$|^(?:he|she)(?:'s|,is),back[.!]*$/iu;
const longest = 40;
