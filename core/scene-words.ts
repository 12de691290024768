const helpers = '(?:消防(?:车|队|员)?|救护车|急救车?|警车|医生|警察|民警|派出所|110|119|120)';
const kin = '(?:妈妈?|爸爸?|爷爷|奶奶|外公|外婆|父母|大人|家长|家人|家属|家里人|儿子|女儿|老公|老婆|老伴|亲戚)';
const whom = '(?:人|他们?|她们?|孩子|小孩|娃|老人|老人家|伤员|阿婆|大爷|大妈)';

/** Somebody comes or need not come, it burns less, somebody is better or in good hands. */
const course = new RegExp(
  [
    `(?:不用|不必|不要|不消|无需|别|甭|莫)(?:再)?(?:(?:过?来|派|叫|喊)(?:人|车|${helpers})?|送医院?)(?:了|啦|吧|$)`,
    `${helpers}[^,，。?？]{0,4}(?:来|到|走|接|拉)了?|(?:打|叫|喊|报)[了过]?(?:警|${helpers})`,
    '火(?:势|苗)?[^,，。?？]{0,4}[灭熄小大没]了?|[扑浇打泼](?:灭|熄)|烟(?:也|都)?(?:没|散|小|大)了',
    `(?:自己|又|已经)?能(?:走|站|动|讲话|说话)(?:了|路)|缓过来|醒(?:了|过来|来了)|包扎|止住?了?血|血(?:已经)?止|没(?:有)?大碍|(?:不|没)要紧|${whom}[^,，。?？]{0,3}(?:没事|好多了|还好)|没事了`,
    `${kin}[^,，。?？]{0,4}(?:来|接|领|找到)|(?:送|去|到)(?:了)?医院`,
    "\\b(?:no need (?:to|for)|(?:do not|don['’]?t) (?:need to )?(?:come|send)|false alarm|(?:fire|smoke|it)(?:['’]s| is) (?:\\w+ )?(?:out|gone|smaller|bigger|worse|spreading)|put (?:it )?out)\\b",
    '\\b(?:ambulance|fire ?(?:truck|engine|brigade|fighters)|police) (?:\\w+ ){0,2}(?:here|came|come|coming|arrived|left|took)\\b|\\bcalled (?:an |the )?(?:ambulance|police|fire)',
    "\\b(?:he|she|they|everyone|everybody)(?:['’](?:s|re)| is| are) (?:\\w+ )?(?:fine|ok|okay|alright|all right|better|out|up|awake|breathing|safe)\\b|\\b(?:still|someone|somebody|people) (?:is |are |still )*inside\\b|\\bcan (?:walk|stand) (?:again|now)?",
  ].join('|'),
  'iu',
);

/** Whether words tell how something goes on that help was called for, as somebody says it who is no rescuer: 消防车来了, 能走了 不用来了. */
export function tellsCourse(words: string): boolean {
  return course.test(words);
}
